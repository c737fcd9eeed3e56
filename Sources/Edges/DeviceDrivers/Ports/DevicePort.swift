// SPDX-License-Identifier: Apache-2.0

/// A way to a device: bytes out, and bytes back where the device answers.
///
/// A port is opened for a job and closed after it, and has one user at a time. What it counts as
/// written may have reached the device; what it does not count has not.
package protocol DevicePort: Sendable {
    /// The address as the configuration has it, for messages.
    nonisolated var name: String { get }

    /// How bytes go through it.
    nonisolated var manner: PortManner { get }

    /// Opens the way and takes the device for this process alone.
    ///
    /// - Throws: ``DeviceError``; nothing has been written then.
    func open() async throws(DeviceError) -> PortDirection

    /// Hands bytes over and returns how many were taken, from the first on; 0 if the device takes none.
    ///
    /// - Parameters:
    ///   - bytes: whole commands.
    ///   - patience: how long to wait without any byte being taken.
    /// - Throws: ``DeviceError``; none of these bytes was taken then.
    func write(_ bytes: [UInt8], within patience: Duration) async throws(DeviceError) -> Int

    /// Returns what the device has sent; nothing if nothing came in time.
    ///
    /// - Throws: ``DeviceError/gone(_:)`` if the device has left.
    func read(upTo limit: Int, within patience: Duration) async throws(DeviceError) -> [UInt8]

    /// Waits until everything that was handed over has left this machine.
    ///
    /// - Throws: ``DeviceError/timedOut(_:)`` if it has not in time, or why it cannot any more.
    func flush(within patience: Duration) async throws(DeviceError)

    /// Closes the way so that nothing in flight is lost; without effect on a closed port.
    func close() async

    /// What the device says of itself beside its bytes.
    func hint() async -> PortHint

    /// Which device it is, as far as that can be told now; nil if there is none, or it is not one device.
    func identity() async -> DeviceIdentity?
}

extension DevicePort {
    /// A cable that is seen when it breaks.
    package nonisolated var manner: PortManner { PortManner() }

    /// Nothing.
    package func hint() async -> PortHint { .none }

    /// Nobody knows.
    package func identity() async -> DeviceIdentity? { nil }
}
