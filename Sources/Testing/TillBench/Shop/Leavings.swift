// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Foundation
import Synchronization

/// Programs that run and folders that they run in, so that nothing stays when a run is broken off.
enum Leavings {
    private static let ids = Mutex<Set<pid_t>>([])
    private static let folders = Mutex<Set<String>>([])

    /// Notes a program.
    static func note(_ id: pid_t) { ids.withLock { _ = $0.insert(id) } }
    /// Strikes a program off.
    static func forget(_ id: pid_t) { ids.withLock { _ = $0.remove(id) } }
    /// Notes a folder.
    static func note(folder: String) { folders.withLock { _ = $0.insert(folder) } }

    /// Takes a folder away.
    static func remove(folder: String) {
        folders.withLock { _ = $0.remove(folder) }
        // What is left behind harms nobody.
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Has all of it go with this program when that is interrupted; holds as long as the result is kept.
    static func goWithUs() -> [any DispatchSourceSignal] {
        // A program that ended says so by its pipe.
        signal(SIGPIPE, SIG_IGN)
        return [SIGINT, SIGTERM, SIGHUP].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                ids.withLock { for id in $0 { kill(id, SIGKILL) } }
                folders.withLock { for folder in $0 { try? FileManager.default.removeItem(atPath: folder) } }
                exit(128 + number)
            }
            source.resume()
            return source
        }
    }
}
