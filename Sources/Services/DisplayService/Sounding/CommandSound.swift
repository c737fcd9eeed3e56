// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import Glibc
import Synchronization

/// Makes a sound by a program, on a thread of its own: one that hangs holds nothing up, and is ended.
package actor CommandSound: SoundPlayer {
    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        thread.asUnownedSerialExecutor()
    }

    /// What sounds, for whoever breaks it off.
    private struct Running {
        var id: pid_t?
        var isStopped = false
    }

    private let thread = DeviceThread(label: "sound")
    private let setting: SoundSetting
    private let environment: [String: String]
    private let patience: Duration
    private let running = Mutex(Running())

    /// Variables that a program may need to find its sound server; no other is handed on.
    private static let handedOn = [
        "PATH", "HOME", "USER", "LANG", "XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS", "PULSE_SERVER",
        "PULSE_RUNTIME_PATH", "PIPEWIRE_RUNTIME_DIR", "ALSA_CARD", "ALSA_CONFIG_PATH", "ALSA_PCM_CARD",
    ]

    /// Takes a program.
    ///
    /// - Parameters:
    ///   - setting: which one, and what it reads.
    ///   - environment: variables of which it gets those that it may need.
    ///   - patience: how long it may take.
    package init(
        _ setting: SoundSetting, environment: [String: String], patience: Duration = .seconds(10)
    ) {
        self.setting = setting
        self.environment = environment.filter { Self.handedOn.contains($0.key) }
        self.patience = patience
    }

    /// Makes the sound, and returns when it is over.
    package func play() throws(SoundError) {
        guard !running.withLock({ $0.isStopped }) else { return }
        let name = setting.words.first ?? ""
        let program = try SpawnedProgram(setting.words, input: setting.input, environment: environment)
        let id = program.id
        running.withLock { running in
            running.id = id
            if running.isStopped { SpawnedProgram.end(id) }
        }
        let hasEnded = program.waits(for: patience)
        if !hasEnded { SpawnedProgram.end(id) }
        // From here on its number may become another program's.
        let wasStopped = running.withLock { running in
            running.id = nil
            return running.isStopped
        }
        let status = program.status()
        guard !wasStopped else { return }
        guard hasEnded else { throw .tooLong(program: name) }
        guard status == 0 else { throw .failed(program: name, status: status) }
    }

    /// Breaks off what sounds; nothing sounds from then on.
    package nonisolated func stop() {
        running.withLock { running in
            running.isStopped = true
            if let id = running.id { SpawnedProgram.end(id) }
        }
    }
}
