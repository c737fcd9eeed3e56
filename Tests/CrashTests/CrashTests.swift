// SPDX-License-Identifier: Apache-2.0

import Testing

/// A small part of what `Scripts/crash` does; one after the other, because each has two servers at work.
@Suite(.serialized) struct `A daemon that dies at the worst moment` {
    @Test func `loses nothing that it said when it is killed at random`() throws {
        let kills = "30"

        let run = try Run("random", "--kills", kills, "--kills-per-shop", kills, "--clients", "4")

        #expect(run.status == 0, "\(run.output)")
        #expect(run.output.contains(" 30 kills, "))
    }

    @Test func `loses nothing at calls of a sale, not even when the power fails with it`() throws {
        let calls = "30"

        let run = try Run("sweep", "--scene", "sale", "--before-only", "--stride", calls, "--disk", "honest")

        #expect(run.status == 0, "\(run.output)")
        #expect(run.output.contains(" 0 violations"))
    }

    @Test func `is caught on a disk that lies about what it has saved`() throws {
        let disk = "lying"

        let run = try Run(
            "sweep", "--scene", "sale", "--before-only", "--first", "80", "--stride", "10", "--disk", disk)

        #expect(run.status == 1, "\(run.output)")
        #expect(run.output.contains(": lost: ") || run.output.contains(": forgotten: "))
    }

    @Test func `answers none of eight clients whose shared COMMIT fails`() throws {
        let clients = "8"

        let run = try Run("shared", "--rounds", "1", "--clients", clients)

        #expect(run.status == 0, "\(run.output)")
    }

    @Test func `is heard when the COMMIT that eight clients share does not fail`() throws {
        let clients = "8"

        let run = try Run("shared", "--rounds", "1", "--clients", clients, "--unfailing")

        #expect(run.status == 1, "\(run.output)")
        #expect(run.output.contains("8 of 8 heard a success"))
    }

    @Test func `ends at once when its log cannot be synced`() throws {
        let plan = "log sync"

        let run = try Run("errors", "--plan", plan, "--stride", "2", "--furthest", "4")

        #expect(run.status == 0, "\(run.output)")
        #expect(run.output.contains("exit 74"))
    }

    @Test func `makes no call on its ledger that the shim does not see`() throws {
        let kills = "0"

        let run = try Run("strace", "--furthest", kills)

        #expect(run.status == 0, "\(run.output)")
    }
}
