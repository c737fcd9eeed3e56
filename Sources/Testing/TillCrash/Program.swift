// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Glibc

/// Where the program begins.
@main
enum Program {
    static func main() {
        do {
            var command = try TillCrash.parseAsRoot()
            try command.run()
        } catch let fault as CrashFault {
            Tally.say("till-crash: \(fault)")
            exit(2)
        } catch {
            TillCrash.exit(withError: error)
        }
    }
}
