// SPDX-License-Identifier: Apache-2.0

import Foundation
import ScriptedDaemon
import Testing

@Suite struct `till token` {
    private static let token =
        #"{"name":"kiosk-2","roles":["sale","report"],"made_at":"2026-03-01T09:00:00.000Z","made_by":"socket","expires_at":"2027-03-01T09:00:00.000Z","last_used_at":null}"#
    private static let made = #"{"secret":"till_AAECAw","token":\#(token)}"#

    @Test func `prints the token that it made, and nothing else`() async throws {
        let daemon = try Script.daemon(["POST /v1/tokens": [.json(Self.made, status: 201)]])
        defer { daemon.stop() }

        let run = try await TillRun.till(
            ["token", "make", "kiosk-2", "--role", "sale", "--role", "report", "--days", "365"], to: daemon)

        #expect(run.out == "till_AAECAw\n")
        #expect(run.err.isEmpty)
        #expect(run.status == 0)
        #expect(
            daemon.requests("POST /v1/tokens").map(\.text) == [
                #"{"days":365,"name":"kiosk-2","roles":["sale","report"]}"#
            ])
    }

    @Test(arguments: [
        ["token", "make", "kiosk-2"], ["token", "make", "kiosk-2", "--role", "owner"],
        ["token", "make", "kiosk-2", "--role", "sale", "--role", "sale"], ["token", "make", "--role", "sale"],
        ["token", "revoke"],
    ]) func `asks nobody when the words are wrong`(_ words: [String]) async throws {
        let daemon = try Script.daemon([:])
        defer { daemon.stop() }

        let run = try await TillRun.till(words, to: daemon)

        #expect(run.status == 64)
        #expect(daemon.requests.isEmpty)
    }

    @Test func `lists tokens a line each`() async throws {
        let other =
            #"{"name":"office","roles":["refund"],"made_at":"2026-03-01T09:00:00.000Z","made_by":"token","expires_at":null,"last_used_at":"2026-03-04T10:00:00.000Z"}"#
        let page = #"{"tokens":[\#(Self.token),\#(other)]}"#
        let daemon = try Script.daemon(["GET /v1/tokens": [.json(page), .json(page)]])
        defer { daemon.stop() }

        let run = try await TillRun.till(["token", "list"], to: daemon)
        let json = try await TillRun.till(["token", "list", "--json"], to: daemon)

        #expect(
            run.out == """
                kiosk-2 sale,report made 2026-03-01 by socket, until 2027-03-01, never used
                office refund made 2026-03-01 by token, without an end, used 2026-03-04 10:00

                """)
        #expect(json.out.split(separator: "\n").count == 2)
        #expect(json.out.contains(#""last_used_at":"2026-03-04T10:00:00.000Z""#))
    }

    @Test func `revokes by name`() async throws {
        let daemon = try Script.daemon(["POST /v1/tokens/kiosk-2/revoke": [.json(Self.token)]])
        defer { daemon.stop() }

        let run = try await TillRun.till(["token", "revoke", "kiosk-2"], to: daemon)

        #expect(run.out == "kiosk-2 is revoked\n")
        #expect(run.status == 0)
    }

    @Test func `that is refused says why`() async throws {
        let problem =
            #"{"type":"about:blank","title":"Forbidden","status":403,"code":"forbidden","detail":"this needs one of the roles admin, and socket has sale"}"#
        let daemon = try Script.daemon(["POST /v1/tokens": [.json(problem, status: 403)]])
        defer { daemon.stop() }

        let run = try await TillRun.till(["token", "make", "kiosk-2", "--role", "admin"], to: daemon)

        #expect(run.status == 1)
        #expect(run.err == "till: this needs one of the roles admin, and socket has sale\n")
        #expect(run.out.isEmpty)
    }
}
