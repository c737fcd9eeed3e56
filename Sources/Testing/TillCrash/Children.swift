// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Foundation
import Synchronization

/// Every program that runs and the folders that they run in, so that nothing stays when this one is ended from outside.
enum Children {
    private static let ids = Mutex<Set<pid_t>>([])
    private static let folders = Mutex<Set<String>>([])

    static func note(folder: String) { folders.withLock { _ = $0.insert(folder) } }
    static func forget(folder: String) { folders.withLock { _ = $0.remove(folder) } }

    static func note(_ id: pid_t) { ids.withLock { _ = $0.insert(id) } }
    static func forget(_ id: pid_t) { ids.withLock { _ = $0.remove(id) } }

    /// Ends them with this program when it is interrupted.
    static func endWithUs() -> [any DispatchSourceSignal] {
        [SIGINT, SIGTERM, SIGHUP].map { number in
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
