// SPDX-License-Identifier: Apache-2.0

extension PrintWorker {
    private var errands: ErrandRunner { ErrandRunner(desk: desk, printer: printer, renderer: renderer) }

    /// Does what people asked for, between two slips.
    func runErrands() async { await errands.run() }

    /// Sends people away as long as a slip is in doubt: whatever is printed now would change what is counted.
    func refuseErrands() async {
        await errands.refuse(
            because:
                "a slip broke off, and the printer has to be asked what came out first: look at \"till printer spool\""
        )
    }
}
