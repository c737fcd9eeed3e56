// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Synchronization

/// Writes the lines of a recording into a new file, which is its owner's only.
final class Recorder: Sendable {
    private struct State {
        let file: Int32
        var hasFailed = false
    }

    private let path: String
    private let state: Mutex<State>

    /// Makes the file.
    ///
    /// - Throws: ``SandboxFault/recordingExists(_:)`` or ``SandboxFault/file(_:_:)``.
    init(path: String) throws {
        let file = open(path, O_CREAT | O_EXCL | O_WRONLY | O_APPEND | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            guard errno != EEXIST else { throw SandboxFault.recordingExists(path) }
            throw SandboxFault.file(path, "cannot be written: \(String(cString: strerror(errno)))")
        }
        self.path = path
        state = Mutex(State(file: file))
    }

    deinit { state.withLock { _ = close($0.file) } }

    /// Writes a line; the first one that cannot be written is told, and ends the recording.
    func write(_ line: [UInt8]) {
        state.withLock { state in
            guard !state.hasFailed else { return }
            var rest = (line + [0x0A])[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { Glibc.write(state.file, $0.baseAddress, $0.count) }
                if count < 0, errno == EINTR { continue }
                guard count > 0 else {
                    state.hasFailed = true
                    let why = String(cString: strerror(errno))
                    FileHandle.standardError.write(
                        Data("till-sandbox: \(path): the recording ends here: \(why)\n".utf8))
                    return
                }
                rest = rest.dropFirst(count)
            }
        }
    }
}
