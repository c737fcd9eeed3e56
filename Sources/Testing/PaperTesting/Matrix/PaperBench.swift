// SPDX-License-Identifier: Apache-2.0

package import DeviceDrivers

/// A printer that a spooler can be tried on, and what outlives the daemon.
package protocol PaperBench: Sendable {
    /// Everything that came out.
    var paper: [PaperEntry] { get }
    /// Whether the fault has happened.
    var hasFired: Bool { get }
    /// Whether the daemon has died and was not started again.
    var isDead: Bool { get }
    /// The till's end of the cable.
    func end() -> any DevicePort
    /// The time for a driver.
    var now: Duration { get }
    /// Lets time of the printer pass.
    func wait(_ duration: Duration)
    /// Lets the daemon die.
    func kill()
    /// Starts the daemon again.
    func restart()
    /// Lets something happen to the printer after a while.
    func schedule(_ event: PaperEvent, after delay: Duration)
}

extension PaperBench {
    /// Lets a person switch the printer off and on, and waits until it is ready.
    func switchOffAndOn() {
        schedule(.powerOff, after: .zero)
        schedule(.powerOn, after: .seconds(2))
        wait(.seconds(10))
    }
}

extension PaperDesk: PaperBench {
    /// The till's end of the cable.
    package func end() -> any DevicePort { port() }
}
