// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// `till-crash errors`
struct ErrorsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "errors", abstract: "Let calls on disk and network fail, each once and from then on.")

    @Option(help: "One plan only, such as \"log sync\"; all of them if left out.")
    var plan: [String] = []
    @Option(help: "Every Nth call only.")
    var stride = 1
    @Option(help: "No call further than this.")
    var furthest = 60
    @Option(help: "The scene: sale, cancel, refund or reprint.")
    var scene = "sale"

    func run() throws {
        try Programs.check()
        guard let scene = Scene(rawValue: scene) else { throw ValidationError("there is no scene \(scene)") }
        let plans = ErrorPlan.all.filter { plan.isEmpty || plan.contains($0.name) }
        let alone = ErrorPlan.alone.filter { plan.isEmpty || plan.contains($0.name) }
        guard !plans.isEmpty || !alone.isEmpty else { throw ValidationError("there is no such plan") }
        var total = Tally()
        for plan in plans {
            var ends = ErrorSweep.Ends()
            let before = total.points
            total = try ErrorSweep(plan: plan, scene: scene, stride: stride, furthest: furthest).run(total, &ends)
            Tally.say("  \(plan.name): \(total.points - before) points (\(ends.line))")
        }
        for plan in alone {
            for moment in [ErrorSweep.Moments.start, .stop] {
                var ends = ErrorSweep.Ends()
                let before = total.points
                let sweep = ErrorSweep(plan: plan, scene: .cancel, stride: stride, furthest: furthest)
                total = try sweep.run(moment, total, &ends)
                Tally.say("  \(plan.name), \(moment.rawValue): \(total.points - before) points (\(ends.line))")
            }
        }
        try total.end("errors in a \(scene.rawValue)")
    }
}
