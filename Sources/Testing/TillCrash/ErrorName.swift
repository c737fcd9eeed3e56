// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The names of errors, for people.
enum ErrorName {
    static func of(_ error: Int32) -> String {
        let names: [Int32: String] = [
            0: "half", EIO: "EIO", ENOSPC: "ENOSPC", EDQUOT: "EDQUOT", EROFS: "EROFS", EMFILE: "EMFILE",
            ENETUNREACH: "ENETUNREACH", ECONNRESET: "ECONNRESET",
            EPIPE: "EPIPE", ECONNABORTED: "ECONNABORTED", ENFILE: "ENFILE",
        ]
        return names[error] ?? "\(error)"
    }
}
