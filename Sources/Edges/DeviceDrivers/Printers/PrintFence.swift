// SPDX-License-Identifier: Apache-2.0

import EscPos

/// How a printer of one tier shows that it is ready, and that it has come to the end of a job.
protocol PrintFence {
    /// Waits until the printer says that it is in step, online and empty.
    ///
    /// - Parameter isInDoubt: whether answers to what was sent before may still come.
    func greet(isInDoubt: Bool) async throws(DeviceError)

    /// Waits until the printer says, as well as it can, that everything is on paper.
    ///
    /// - Parameter limit: how long an online printer may take for the job.
    func confirm(within limit: Duration) async throws(DeviceError) -> PrintResult
}
