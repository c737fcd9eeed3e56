// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Testing

@Suite struct `Transcripts of the terminal` {
    @Test(arguments: Transcripts.names)
    func `a session goes as it is written down`(_ name: String) async throws {
        let transcript = try Transcript(try Transcripts.text(of: name))

        let failure = await played(transcript)

        #expect(Bool(failure == nil), "\(name), \(failure ?? "")")
    }

    @Test func `all transcripts are found`() {
        let names = Transcripts.names

        #expect(names.count >= 19)
        #expect(names.contains("readme.till"))
    }
}

/// How many transcripts are played at once: each has two servers, and nobody shall wait for the
/// machine rather than for the product.
private let seats = DispatchSemaphore(value: 2)

/// Plays a transcript in a shop of its own, on a thread of its own, because its steps wait for
/// processes; says what went wrong, with all logs.
private func played(_ transcript: Transcript) async -> String? {
    await withCheckedContinuation { continuation in
        DispatchQueue(label: "stage").async {
            seats.wait()
            defer { seats.signal() }
            continuation.resume(returning: failure(of: transcript))
        }
    }
}

private func failure(of transcript: Transcript) -> String? {
    do {
        let shop = try Shop()
        defer { shop.close() }
        var stage = Stage(shop)
        do {
            try stage.play(transcript)
            return nil
        } catch {
            return "\(error)\n\(shop.logs)"
        }
    } catch {
        return "\(error)"
    }
}
