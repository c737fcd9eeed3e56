// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import EscPos

/// A driver that waits for the mark behind a job, and begins every job as if nothing had happened.
struct HastyDriver: PrinterDriver {
    let port: any DevicePort

    var name: String { port.name }

    func condition() async -> PrinterCondition { PrinterCondition() }

    func print(_ job: PrintedJob) async throws(PrintFailure) -> PrintResult {
        var written = 0
        do throws(DeviceError) {
            _ = try await port.open()
            for segment in [job.preamble] + job.segments + [EscPosQuery.fence(FenceMark("J", 1))] {
                var done = 0
                while done < segment.count {
                    let taken = try await port.write(Array(segment[done...]), within: .seconds(1))
                    done += taken
                    written += taken
                }
            }
            var status = EscPosStatus()
            for _ in 0..<30 {
                let bytes = try await port.read(upTo: 512, within: .seconds(1))
                for case .fence in status.read(bytes) {
                    await port.close()
                    return .printed
                }
            }
            throw .timedOut(name)
        } catch {
            await port.close()
            throw written == 0 ? .nothingWritten(error) : .interrupted(error, bytesWritten: written)
        }
    }
}
