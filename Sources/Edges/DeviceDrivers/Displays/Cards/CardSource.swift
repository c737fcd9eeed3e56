// SPDX-License-Identifier: Apache-2.0

import CLinuxDevice
import Raster

/// A graphics card without a framebuffer device, such as `/dev/dri/card0`.
///
/// The card stays open from one opening to the next: as long as it does, the screen keeps its mode, and
/// nobody else draws on it.
final class CardSource: GlassSource {
    let path: String
    let keepsOthersOff = true
    private let wanted: String?
    private let choice: PanelChoice
    private let tree: DisplayTree
    private let calls: any DeviceCalls
    private var card: Card?
    /// Kept while a screen is away, since a buffer that goes takes its picture and mode along.
    private var last: CardGlass?

    /// Names a card.
    ///
    /// - Parameter connector: a socket, such as `HDMI-A-1`; nil takes the first that has a screen.
    init(
        path: String, connector: String?, choice: PanelChoice, tree: DisplayTree, calls: any DeviceCalls
    ) {
        self.path = path
        wanted = connector
        self.choice = choice
        self.tree = tree
        self.calls = calls
    }

    func open() throws(DeviceError) -> OpenGlass {
        if card?.isStillThere != true { close() }
        let card = try openCard()
        let plan = try CardPlan(card, wanted: wanted)
        let (width, height) = (Int(plan.mode.width), Int(plan.mode.height))
        let traits = choice.traits(
            for: tree.facts(
                ofCard: path, connector: plan.socket.name, width: width, height: height,
                widthMM: plan.socket.widthMM, heightMM: plan.socket.heightMM))
        let buffer = try CardBuffer.make(card, width: width, height: height, wanted: traits.format)
        var notes = traits.notes
        if let format = traits.format, format != buffer.format {
            notes.append(
                "the format of the settings cannot be made by a card: \(buffer.format.bitsPerPixel) bits are used")
        }
        let layout: PixelLayout
        do {
            layout = try PixelLayout(
                width: width, height: height, format: buffer.format, stride: buffer.stride, rotation: traits.rotation,
                hasTwoLevels: traits.hasTwoLevels)
        } catch {
            throw .mismatch("\(path): \(error)")
        }
        let glass = CardGlass(card, plan, buffer, tree)
        last = glass
        return OpenGlass(
            glass: glass, layout: layout, origin: 0,
            geometry: FramebufferPlan.geometry(
                of: layout, traits: traits,
                millimetres: (Self.known(plan.socket.widthMM), Self.known(plan.socket.heightMM))),
            paper: traits.paper, notes: notes)
    }

    /// The card, if it is the same, else whatever is there now.
    private func openCard() throws(DeviceError) -> Card {
        if let card { return card }
        let card = try Card(path, calls: calls)
        guard !card.isTaken else { throw .busy(path) }
        self.card = card
        return card
    }

    func close() {
        last = nil
        card = nil
    }

    private static func known(_ millimetres: Int) -> Int? {
        (1...10_000).contains(millimetres) ? millimetres : nil
    }
}
