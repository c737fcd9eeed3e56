// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import PaperTesting
import Synchronization

/// A port at which somebody calls the job off after a while.
final class CallingOffPort: DevicePort {
    let name = "played"
    let target = Mutex<EscPosPrinter?>(nil)
    private let port: PaperPort
    private let time: Duration
    private let clock: PaperDesk

    init(_ port: PaperPort, after time: Duration, clock: PaperDesk) {
        self.port = port
        self.time = time
        self.clock = clock
    }

    func open() async throws(DeviceError) -> PortDirection { try await port.open() }

    func write(_ bytes: [UInt8], within patience: Duration) async throws(DeviceError) -> Int {
        try await port.write(bytes, within: patience)
    }

    func read(upTo limit: Int, within patience: Duration) async throws(DeviceError) -> [UInt8] {
        if clock.now > time { await target.withLock(\.self)?.callOff() }
        return try await port.read(upTo: limit, within: patience)
    }

    func flush(within patience: Duration) async throws(DeviceError) { try await port.flush(within: patience) }

    func close() async { await port.close() }
}
