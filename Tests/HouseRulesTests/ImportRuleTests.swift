// SPDX-License-Identifier: Apache-2.0

import Testing

@Suite struct `The walls of the house` {
    private let files = SourceTree.swiftFiles(under: "Sources")

    @Test func `every file imports only what its target may`() {
        let rows = Dictionary(ImportTable.rows.map { ($0.target, $0) }) { first, _ in first }

        for file in files where !["Testing", "Manual"].contains(file.floor) {
            let row = rows[file.target]
            #expect(row != nil, "\(file.path) is in a target that the table does not know")
            guard let row else { continue }
            for module in file.imports {
                #expect(
                    row.mayImport.contains(module),
                    "\(file.path) imports \(module); if it may, \(row.because)")
            }
        }
    }

    @Test func `arrows run downwards`() {
        let floorOf = Dictionary(ImportTable.rows.map { ($0.target, $0.floor) }) { first, _ in first }
        let height = Dictionary(
            uniqueKeysWithValues: ImportTable.floors.enumerated().map { ($0.element, $0.offset) })

        for row in ImportTable.rows {
            for module in row.mayImport {
                guard let floor = floorOf[module], let below = height[floor], let above = height[row.floor]
                else { continue }
                #expect(below <= above, "\(row.target) would look up to \(module)")
            }
        }
    }

    @Test func `services do not know each other`() {
        let services = ImportTable.rows.filter { $0.floor == "Services" }.map(\.target)

        for file in files where file.floor == "Services" {
            for module in file.imports where services.contains(module) {
                #expect(module == file.target, "\(file.path) imports \(module)")
            }
        }
    }

    @Test func `nothing outside the tests imports the testing floor`() {
        let testing = Set(files.filter { $0.floor == "Testing" }.map(\.target))

        for file in files where file.floor != "Testing" {
            #expect(testing.isDisjoint(with: file.imports), "\(file.path) imports a test's helper")
        }
    }

    @Test func `every row of the table is a target that exists`() {
        for row in ImportTable.rows {
            let folder = "Sources/\(row.floor)/\(row.target)/"
            #expect(files.contains { $0.path.hasPrefix(folder) }, "\(row.target) is an empty room")
        }
    }
}
