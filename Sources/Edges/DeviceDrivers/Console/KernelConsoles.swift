// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The virtual terminals of this machine.
package struct KernelConsoles: ConsoleSystem {
    private let sysfs: String

    /// Makes a way to them.
    ///
    /// - Parameter sysfs: where the kernel lists those who draw text.
    package init(sysfs: String = "/sys/class/vtconsole") {
        self.sysfs = sysfs
    }

    /// The virtual terminal at standard input, as a service manager puts it there.
    package func given() -> String? {
        guard isatty(STDIN_FILENO) == 1 else { return nil }
        var name = [CChar](repeating: 0, count: 64)
        guard ttyname_r(STDIN_FILENO, &name, name.count) == 0 else { return nil }
        let path = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return ConsoleSetting.number(of: path) == nil ? nil : path
    }

    /// Opens a terminal.
    package func open(_ path: String) throws(DeviceError) -> any ConsoleTerminal {
        try KernelTerminal(path: path)
    }

    /// Whether one that draws on framebuffers is bound; without a word from the kernel, none is.
    ///
    /// Source: Linux `Documentation/driver-api/console.rst`.
    package func drawsText() -> Bool {
        DisplayFile.names(in: sysfs).contains { name in
            let isOnFramebuffers =
                SystemAttribute("\(sysfs)/\(name)/name").text()?.contains("frame buffer device") ?? false
            return isOnFramebuffers && SystemAttribute("\(sysfs)/\(name)/bind").number() == 1
        }
    }
}
