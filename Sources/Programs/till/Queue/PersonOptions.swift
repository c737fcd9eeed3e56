// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import FoundationEssentials
import Glibc
import TillAPI

/// Who steers the queue.
struct PersonOptions: ParsableArguments {
    @Option(help: "Who you are; the name of your login if not given.")
    var by: String?

    func validate() throws {
        guard let by else { return }
        do throws(Problem) {
            try TextRule.person.check(by, at: "by")
        } catch {
            throw ValidationError(error.description)
        }
    }

    /// The name that the daemon writes down; nil leaves it to the daemon.
    var name: String? {
        if let by { return by }
        // Whoever became root to do this has a name of their own.
        let sudo = ProcessInfo.processInfo.environment["SUDO_USER"] ?? ""
        let login = sudo.isEmpty ? Self.login : sudo
        return login.flatMap { name in
            (try? TextRule.person.check(name, at: "by")) == nil ? nil : name
        }
    }

    private static var login: String? {
        guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else { return nil }
        return String(cString: name)
    }
}
