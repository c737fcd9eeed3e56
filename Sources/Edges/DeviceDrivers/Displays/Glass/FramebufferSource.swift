// SPDX-License-Identifier: Apache-2.0

import Raster

/// A framebuffer of the kernel's, such as `/dev/fb0`.
final class FramebufferSource: GlassSource {
    let path: String
    private let choice: PanelChoice
    private let tree: DisplayTree
    private let calls: any DeviceCalls

    init(path: String, choice: PanelChoice, tree: DisplayTree, calls: any DeviceCalls) {
        self.path = path
        self.choice = choice
        self.tree = tree
        self.calls = calls
    }

    func open() throws(DeviceError) -> OpenGlass {
        // Asked before the device is opened: a driver that comes between the two is noticed later.
        let name = tree.name(ofFramebuffer: path)
        let descriptor = try FramebufferMemory.open(device: path, calls: calls)
        let facts: FramebufferFacts
        let traits: PanelTraits
        let plan: FramebufferPlan
        do throws(DeviceError) {
            facts = try FramebufferFacts.read(from: descriptor, path: path, calls: calls)
            traits = choice.traits(for: tree.facts(ofFramebuffer: path, facts))
            plan = try FramebufferPlan(
                facts, traits: traits, path: path,
                colorMap: { try? FramebufferColors.read(from: descriptor, path: path, calls: calls) })
        } catch {
            calls.close(descriptor)
            throw error
        }
        let memory = FramebufferMemory(
            descriptor: descriptor, path: path, facts: facts, access: traits.access, calls: calls)
        var notes = traits.notes + plan.notes
        if let colors = plan.colors, !memory.load(colors) {
            notes.append("the driver does not take a colour map: colours may be wrong")
        }
        let glass = FramebufferGlass(memory: memory, path: path, facts: facts, name: name, tree: tree, calls: calls)
        glass.wake()
        return OpenGlass(
            glass: glass, layout: plan.layout, origin: plan.origin, geometry: plan.geometry,
            paper: traits.paper, notes: notes)
    }
}
