// SPDX-License-Identifier: Apache-2.0

import Manners
import TillClient

extension ShellWords {
    /// A client of the daemon that the words name, which does not ask twice.
    ///
    /// - Throws: whatever is wrong with the words.
    func client(answer: Duration) throws -> TillClient {
        let patience = Patience(pauses: [], poll: .seconds(1), rest: .zero, answer: answer)
        return try DaemonOptions(
            socket: value(of: "--socket"), address: value(of: "--address"), tokenFile: value(of: "--token-file")
        ).client(patience: patience)
    }
}
