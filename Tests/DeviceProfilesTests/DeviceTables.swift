// SPDX-License-Identifier: Apache-2.0

import DeviceProfiles

/// The tables of `Devices/README.md`, made from the files.
enum DeviceTables {
    /// A page with both tables in their places.
    static func page(_ page: String, printers: PrinterProfiles, displays: DisplayProfiles) -> String {
        replaced("displays", in: replaced("printers", in: page, by: table(printers)), by: table(displays))
    }

    static func table(_ profiles: PrinterProfiles) -> String {
        let rows = profiles.all.filter { $0.inherits != nil || $0.id.hasPrefix("generic-") }.map { printer in
            let paper = printer.print.paper.map {
                "\($0.millimetres) mm: \($0.dots) dots, \(printer.columns(paper: $0.millimetres)) columns"
            }
            return row([
                "`\(printer.id)`", "\(printer.vendor) \(printer.model)", paper.joined(separator: "; "),
                printer.mechanism.cutter.rawValue, printer.status.tier.rawValue, printer.support.rawValue,
            ])
        }
        return ([row(["profile", "printer", "paper", "blade", "answers", "support"]), rule(6)] + rows)
            .joined(separator: "\n")
    }

    static func table(_ profiles: DisplayProfiles) -> String {
        let rows = profiles.all.map { display in
            let size = display.panel.size.map { "\($0.width) x \($0.height)" } ?? "any"
            let pitch = display.panel.pitch.map { "0.\($0 < 100 ? "0" : "")\($0) mm" } ?? "unknown"
            return row([
                "`\(display.id)`", "\(display.vendor) \(display.model)", display.panel.kind.rawValue, size, pitch,
                display.support.rawValue,
            ])
        }
        return ([row(["profile", "display", "kind", "pixels", "a pixel is", "support"]), rule(6)] + rows)
            .joined(separator: "\n")
    }

    private static func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |" }

    private static func rule(_ count: Int) -> String {
        row(Array(repeating: "---", count: count))
    }

    /// Replaces what stands between the marks of a table.
    private static func replaced(_ name: String, in page: String, by table: String) -> String {
        guard let start = page.firstRange(of: "<!-- \(name) -->\n"),
            let end = page.firstRange(of: "\n<!-- end of \(name) -->")
        else { return page }
        return page[..<start.upperBound] + table + page[end.lowerBound...]
    }
}
