// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import TillServer

@testable import tilld

@Suite struct `Users of the socket in the configuration` {
    private func peers(_ text: String) -> String {
        Configuration.good([("socket:", "  socket: api.sock\n  peers: \(text)")])
    }

    @Test func `may do everything if nothing is said of them`() throws {
        let settings = try Configuration().read(Configuration.good)

        #expect(settings.api.peers == nil)
    }

    @Test func `are found by their names, and with their groups' members`() throws {
        let configuration = try Configuration()
        let text = peers("[{ user: root, roles: [admin] }, { group: root, roles: [sale, report] }]")

        let rules = try #require(try configuration.read(text).api.peers)

        #expect(rules.strangers.isEmpty)
        #expect(rules.rules.map(\.roles) == [[.admin], [.sale, .report]])
        #expect(rules.rules[0].users == [0])
        #expect(rules.rules[0].groups.isEmpty)
        #expect(rules.rules[1].groups == [0])
    }

    @Test func `may do nothing if the list is empty`() throws {
        let rules = try #require(try Configuration().read(peers("[]")).api.peers)

        #expect(rules.rules.isEmpty)
    }

    @Test func `that the machine does not have are for nobody, and stop no start`() throws {
        let text = peers("[{ user: nobody-has-this, roles: [admin] }, { group: nor-this, roles: [sale] }]")

        let rules = try #require(try Configuration().read(text).api.peers)

        #expect(rules.rules.isEmpty)
        #expect(rules.strangers == ["user nobody-has-this", "group nor-this"])
    }

    @Test(arguments: [
        ("[{ user: root, roles: [owner] }]", "api.peers[0].roles"),
        ("[{ user: root, roles: [] }]", "api.peers[0].roles"), ("[{ user: root }]", "api.peers[0].roles"),
        ("[{ roles: [sale] }]", "api.peers[0].user"),
        ("[{ user: root, group: root, roles: [sale] }]", "api.peers[0].user"),
        ("[{ user: root, roles: [sale], pin: 1 }]", "api.peers[0].pin"), ("root", "api.peers"),
    ]) func `have to be written as they are meant`(text: String, key: String) throws {
        let faults = try Configuration().faults(peers(text))

        #expect(faults.count == 1)
        #expect(faults.first?.contains("\(key):") == true, "\(faults)")
    }

    @Test func `are beside tokens, which lie with the ledger or where they are said to`() throws {
        let configuration = try Configuration()
        let folder = configuration.folder.path
        let named = Configuration.good([("socket:", "  socket: api.sock\n  tokens_file: keys/tokens")])

        #expect(try configuration.read(Configuration.good).api.tokensPath == "\(folder)/state/ledger.sqlite.tokens")
        #expect(try configuration.read(named).api.tokensPath == "\(folder)/keys/tokens")
    }
}
