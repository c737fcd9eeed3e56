// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Testing

@testable import Meters

/// What people watch terminals with: a dashboard, rules, and how to scrape.
@Suite struct `Files for those who watch` {
    private static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static func path(_ name: String) -> String {
        package.appending(path: "Scripts/Install/monitoring/\(name)").path
    }

    private static func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    }

    /// Names of figures, as they can stand in an expression, with their labels.
    private static let series: [String: Set<String>] = {
        var series: [String: Set<String>] = ["up": []]
        for family in MetricFamily.all {
            let labels = Set(family.labels)
            guard family.kind == .histogram else {
                series[family.name] = labels
                continue
            }
            series["\(family.name)_bucket"] = labels.union(["le"])
            for suffix in ["sum", "count"] { series["\(family.name)_\(suffix)"] = labels }
        }
        return series
    }()

    /// What is wrong with an expression: names that nobody tells, and labels that they do not have.
    private static func faults(_ expression: String) -> [String] {
        let names = expression.matches(of: #/\b(?:tilld|process)_[a-z_]+\b/#).map { String($0.0) }
        var faults = names.filter { series[$0] == nil }
        let known = names.reduce(into: Set(["instance", "job"])) { $0.formUnion(series[$1] ?? []) }
        for match in expression.matches(of: #/\b(?:by|on|without) \(([^)]*)\)/#) {
            faults += match.1.split(separator: ", ").map(String.init).filter { !known.contains($0) }
        }
        for match in expression.matches(of: #/[{,]([a-z]+)(?:=~|!=|=)"/#) where !known.contains(String(match.1)) {
            faults.append(String(match.1))
        }
        return names.isEmpty && !expression.hasPrefix("up{") ? faults + ["no figure in \(expression)"] : faults
    }

    private struct Dashboard: Decodable {
        struct Panel: Decodable {
            struct Target: Decodable {
                let expr: String
                let legendFormat: String
            }
            struct Place: Decodable { let x, y, w, h: Int }
            let id: Int
            let type: String
            let title: String
            let description: String?
            let gridPos: Place
            let targets: [Target]?
        }
        let uid: String
        let title: String
        let panels: [Panel]
    }

    private static func dashboard() throws -> Dashboard {
        try JSONDecoder().decode(
            Dashboard.self, from: Data(contentsOf: URL(filePath: path("grafana-tilld.json"))))
    }

    @Test func `show nothing on the dashboard that nobody tells`() throws {
        let targets = try Self.dashboard().panels.flatMap { $0.targets ?? [] }

        #expect(targets.count > 40)
        for target in targets {
            #expect(Self.faults(target.expr) == [], "\(target.expr)")
            let names = Set(target.expr.matches(of: #/\b(?:tilld|process)_[a-z_]+\b/#).map { String($0.0) })
            let labels = names.reduce(into: Set(["instance"])) { $0.formUnion(Self.series[$1] ?? []) }
            for match in target.legendFormat.matches(of: #/\{\{(\w+)\}\}/#) {
                #expect(labels.contains(String(match.1)), "\(target.legendFormat)")
            }
        }
    }

    @Test func `show on the dashboard every family that there is`() throws {
        let text = try Self.dashboard().panels.flatMap { $0.targets ?? [] }.map(\.expr).joined(separator: "\n")

        for family in MetricFamily.all { #expect(text.contains(family.name), "\(family.name) is shown nowhere") }
    }

    @Test func `have panels that say what they show and lie on none other`() throws {
        let panels = try Self.dashboard().panels
        var taken: Set<[Int]> = []

        #expect(Set(panels.map(\.id)).count == panels.count)
        for panel in panels {
            #expect(panel.type == "row" || panel.description?.hasSuffix(".") == true, "\(panel.title)")
            #expect(panel.gridPos.x + panel.gridPos.w <= 24, "\(panel.title)")
            for x in 0..<panel.gridPos.w {
                for y in 0..<panel.gridPos.h {
                    let isFree = taken.insert([panel.gridPos.x + x, panel.gridPos.y + y]).inserted
                    #expect(isFree, "\(panel.title)")
                }
            }
        }
    }

    @Test func `have rules that promtool takes`() throws {
        let said = try ForeignTool.run("promtool", ["check", "rules", Self.path("tilld.rules.yaml")])

        #expect(String(decoding: said, as: UTF8.self).contains("SUCCESS"))
    }

    @Test func `have rules about what is told, which say what is wrong and what to do`() throws {
        let text = try Self.text(Self.path("tilld.rules.yaml"))
        let rules = text.components(separatedBy: "  - alert: ").dropFirst()

        #expect(rules.count > 15)
        for rule in rules {
            let expression = try #require(rule.firstMatch(of: #/\n    expr: (.+)\n/#)).1
            #expect(Self.faults(String(expression)) == [], "\(expression)")
            #expect(rule.contains(#/\n    labels: \{severity: (page|ticket)\}\n/#), "\(rule)")
            #expect(rule.contains("\n      summary: "), "\(rule)")
            #expect(rule.contains("\n      description: "), "\(rule)")
        }
    }

    @Test func `show how to scrape in a configuration that promtool takes`() throws {
        let said = try ForeignTool.run(
            "promtool", ["check", "config", "--syntax-only", Self.path("prometheus.example.yaml")])

        #expect(String(decoding: said, as: UTF8.self).contains("SUCCESS"))
    }

    @Test func `find a name that nobody tells`() {
        #expect(Self.faults("rate(tilld_orders_payed_total[5m])") == ["tilld_orders_payed_total"])
        #expect(Self.faults("sum by (order) (tilld_orders_open)") == ["order"])
        #expect(Self.faults(#"tilld_holds_open{order="1"}"#) == ["order"])
        #expect(Self.faults("tilld_order_code_duration_seconds > 1") == ["tilld_order_code_duration_seconds"])
        #expect(!Self.faults("vector(1)").isEmpty)
    }

    @Test func `are in the manual as they are told`() throws {
        let page = try Self.text(
            Self.package.appending(path: "Sources/Manual/TillManual/TillManual.docc/Reference/Metrics.md").path)
        let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `tilld_") || $0.hasPrefix("| `process_") }

        let ours = MetricFamily.all.map { family in
            let labels = family.labels.map { "`\($0)`" }.joined(separator: ", ")
            return "| `\(family.name)` | \(family.kind.rawValue) | \(labels) | \(family.help) |"
        }
        #expect(Set(rows.map(String.init)) == Set(ours))
        #expect(rows.count == ours.count)
    }
}
