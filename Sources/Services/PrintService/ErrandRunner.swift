// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import DeviceProfiles
import Receipts

/// Does what people asked of a printer, between two jobs of its worker.
struct ErrandRunner: Sendable {
    let desk: PrinterDesk
    let printer: any PrinterDriver
    let renderer: ReceiptRenderer

    /// Does what waits.
    func run() async {
        await desk.serve { errand in
            switch errand {
            case .print(let slip): await print(slip)
            case .examine: await examine()
            }
        }
    }

    /// Sends people away with a reason.
    func refuse(because why: String) async { await desk.serve { _ in .failed(why) } }

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
