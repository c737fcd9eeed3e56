// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import DeviceProfiles
import Receipts
import TillStore

extension PrintWorker {
    /// Does what people asked for, between two slips.
    func runErrands() async {
        await desk.serve { errand in
            switch errand {
            case .print(let slip): await print(slip)
            case .examine: await examine()
            }
        }
    }

    /// Sends people away as long as a slip is in doubt: whatever is printed now would change what is counted.
    func refuseErrands() async {
        await desk.serve { _ in
            .failed(
                "a slip broke off, and the printer has to be asked what came out first: look at \"till printer spool\"")
        }
    }

    private func print(_ slip: SlipContent) async -> PrinterOutcome {
        do {
            let job = PrintedJob(try renderer.document(for: slip))
            return .printed(confirmed: try await printer.print(job) == .printed)
        } catch {
            return .failed("\(error)")
        }
    }

    private func examine() async -> PrinterOutcome {
        do throws(DeviceError) {
            return .examined(try await printer.examine())
        } catch {
            return .failed("\(error)")
        }
    }
}
