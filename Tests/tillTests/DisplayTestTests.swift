// SPDX-License-Identifier: Apache-2.0

import ScriptedDaemon
import Testing

@Suite struct `till display test` {
    private func run(
        _ displays: [String], answer: String = #"{"display":"payer","result":"shown","detail":null}"#,
        _ arguments: [String] = []
    ) async throws -> (run: TillRun, routes: [String]) {
        let page = displays.map { name in
            """
            {"id":"\(name)","state":"ok","detail":null,"width":null,"height":null,"pixel_um":null,"code":null,
            "scan":null,"glass":"not_compared","warnings":[]}
            """
        }
        let daemon = try Script.daemon([
            "GET /v1/displays": [.json("{\"displays\":[\(page.joined(separator: ","))]}")],
            "POST /v1/displays/payer/test": [.json(answer)],
        ])
        defer { daemon.stop() }
        let run = try await TillRun.till(["display", "test"] + arguments, to: daemon)
        return (run, daemon.requests.map(\.route))
    }

    @Test func `shows the picture on the only screen, and says what to look for`() async throws {
        let (run, routes) = try await run(["payer"])

        #expect(run.status == 0)
        #expect(run.out.hasPrefix("payer shows the test picture\nlook:     is each of the four corners marked?"))
        #expect(routes == ["GET /v1/displays", "POST /v1/displays/payer/test"])
    }

    @Test func `says that a sale has the screen, and ends with 3`() async throws {
        let (run, _) = try await run(
            ["payer"],
            answer: #"{"display":"payer","result":"busy","detail":"a sale has the display: try again when it is over"}"#
        )

        #expect(run.status == 3)
        #expect(run.out == "payer busy: a sale has the display: try again when it is over\n")
    }

    @Test func `gives the answer as it came to programs`() async throws {
        let (run, _) = try await run(["payer", "back"], ["payer", "--json"])

        #expect(run.status == 0)
        #expect(run.out.contains(#""result""#))
    }

    @Test(arguments: [
        ([], [], "no customer screen is configured"),
        (["payer", "back"], [], "there are several customer screens: name one of payer, back"),
        (["payer"], ["side"], "there is no customer screen \"side\": these are: payer"),
    ])
    func `asks for a name that is clear`(displays: [String], arguments: [String], words: String) async throws {
        let (run, routes) = try await run(displays, arguments)

        #expect(run.status == 1)
        #expect(run.err.contains(words), "\(run.err)")
        #expect(routes == ["GET /v1/displays"])
    }
}
