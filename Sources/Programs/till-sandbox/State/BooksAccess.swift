// SPDX-License-Identifier: Apache-2.0

import SandboxAcquirer

/// How a command reaches the books: through the process that serves them, or by opening them itself.
enum BooksAccess {
    case server(ControlClient)
    case file(Books, FileLock)

    /// Asks the serving process when there is one, and opens the books otherwise.
    static func open(_ state: StateDirectory) throws -> BooksAccess {
        if let lock = try state.lock() { return .file(try state.books(), lock) }
        guard let address = state.address else { throw SandboxFault.noAddress(state.path) }
        return .server(try ControlClient(server: address))
    }
}
