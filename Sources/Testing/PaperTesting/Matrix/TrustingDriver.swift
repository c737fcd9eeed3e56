// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers

/// A driver as many programs have it: what could be written is printed, what could not is sent again.
struct TrustingDriver: PrinterDriver {
    let port: any DevicePort

    var name: String { port.name }

    func condition() async -> PrinterCondition { PrinterCondition() }

    func print(_ job: PrintedJob) async throws(PrintFailure) -> PrintResult {
        do throws(DeviceError) {
            _ = try await port.open()
            for segment in [job.preamble] + job.segments {
                var done = 0
                while done < segment.count {
                    done += try await port.write(Array(segment[done...]), within: .seconds(1))
                }
            }
            await port.close()
            return .printed
        } catch {
            await port.close()
            throw .nothingWritten(error)
        }
    }
}
