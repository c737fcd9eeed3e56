// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Manners
import TillAPI
import TillClient

/// `till queue drain --timeout 600`
struct QueueDrain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drain",
        abstract: "Take no new sales, and wait until nothing is owed.",
        discussion: """
            The terminal takes no new sales until "till queue drain --end", also after a restart.
            Sales that are over and still looked after are not waited for. Ctrl-C ends the waiting,
            not the draining.

            Exit status: 0 nothing is owed, 3 something is held, stuck, or not done in time.
            """
    )

    /// How long the daemon waits before it tells how far it is.
    private static let step: Duration = .seconds(2)

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var key: KeyOptions
    @OptionGroup var person: PersonOptions

    @Flag(help: "Take new sales again.")
    var end = false

    @Option(help: "Seconds to wait at most; without end if not given.")
    var timeout: Int?

    @Option(help: "Why, in your own words; it stays in the journal.")
    var why: String?

    func validate() throws {
        if let timeout, !(0...86_400).contains(timeout) {
            throw ValidationError("--timeout is \(timeout): give 0 to 86400 seconds")
        }
        guard !end || (timeout == nil && why == nil) else {
            throw ValidationError("--end excludes --timeout and --why: give it alone")
        }
    }

    func run() async throws {
        let client = try daemon.client()
        if end {
            let drain = try await client.endDraining(
                EndDrainRequest(by: person.name), key: key.key())
            return try show(drain, "new sales are taken")
        }
        let clock = ContinuousClock()
        let over = timeout.map { clock.now + .seconds($0) }
        let begun = try await client.beginDraining(
            DrainRequest(why: why, by: person.name), key: key.key())
        let last = try await ProgressLine.during("waiting until nothing is owed") { progress in
            var drain = begun
            var shown: DrainResource?
            while drain.state == .draining {
                if shown.map({ DrainText.isNews(drain, after: $0) }) ?? true {
                    try progress.aside { try show(drain, DrainText.progress(drain)) }
                    shown = drain
                }
                let left = over.map { clock.now.duration(to: $0) }
                if let left, left <= .zero { break }
                drain = try await client.drain(wait: min(Self.step, max(left ?? Self.step, .seconds(1))))
            }
            return drain
        }
        if last.state == .draining { try giveUp(last) } else { try conclude(last) }
    }

    private func giveUp(_ drain: DrainResource) throws {
        Failure.say(
            "\(DrainText.progress(drain)), and the time is over: see \"till queue list\"; the terminal still takes no new sales"
        )
        throw ExitStatus.needsPerson
    }

    private func conclude(_ drain: DrainResource) throws {
        switch drain.state {
        case .drained: try show(drain, DrainText.progress(drain))
        case .open:
            throw Sentence(text: "somebody ended the draining meanwhile: new sales are taken")
        default:
            try show(drain, DrainText.progress(drain))
            Failure.say(
                "what is left does not go on by itself: see \"till queue list\"; the terminal still takes no new sales")
            throw ExitStatus.needsPerson
        }
    }

    private func show(_ drain: DrainResource, _ line: String) throws {
        if output.isJSON { try output.json(drain) } else { Terminal.line(line) }
    }
}
