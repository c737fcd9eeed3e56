// SPDX-License-Identifier: Apache-2.0

import DeviceProfiles

/// What is known of the device at the other end of a port, and where it is known from.
struct PrinterAcquaintance {
    private let memory: PrinterMemory?
    private let profile: PrinterProfile
    /// The device of which something is known; nil if it cannot be told from others.
    private var device: DeviceIdentity?
    /// What it answers; nil if it has to be asked.
    private(set) var abilities: PrinterAbilities?
    /// Whether that is what an earlier program found, and this device has not borne it out yet.
    private(set) var isRecalled = false

    /// Begins with what an earlier driver of the same device found.
    init(_ abilities: PrinterAbilities?, memory: PrinterMemory?, profile: PrinterProfile) {
        self.abilities = abilities
        self.memory = memory
        self.profile = profile
    }

    /// Looks who is there, and recalls what was found of it.
    ///
    /// - Returns: whether it is another device than before.
    mutating func meet(_ other: DeviceIdentity?) -> Bool {
        let isOther = device != nil && other != nil && device != other
        if isOther {
            abilities = nil
            isRecalled = false
        }
        device = other ?? device
        if abilities == nil, let device, let found = memory?.recall(device, profile) {
            abilities = found
            isRecalled = true
        }
        return isOther
    }

    /// Takes note of what the device was found to answer.
    ///
    /// One that answers nothing may be switched off: it is asked again.
    mutating func note(_ found: PrinterAbilities) {
        guard found.tier != .silent else { return }
        abilities = found
        isRecalled = false
        if let device { memory?.keep(found, of: device, profile) }
    }

    /// Takes note that the device has not told its count.
    mutating func noteNoCount() { abilities = abilities?.withoutCount }

    /// Takes note that the device does what was recalled of it.
    mutating func noteBorneOut() { isRecalled = false }

    /// Forgets everything, so that the device is asked again.
    mutating func forget() {
        abilities = nil
        isRecalled = false
        if let device { memory?.forget(device) }
    }
}
