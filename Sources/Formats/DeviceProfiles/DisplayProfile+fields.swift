// SPDX-License-Identifier: Apache-2.0

extension DisplayProfile {
    /// Takes a profile from a file joined with its base; nil if a value is not there or is wrong.
    init?(_ fields: ProfileFields) {
        guard let id = fields.text("id"), let vendor = fields.text("vendor"), let model = fields.text("model"),
            let support: SupportLevel = fields.word("support"), let source = fields.text("source"),
            let panel = PanelShape(fields), let pixels = PanelPixels(fields), let memory = PanelMemory(fields),
            let refresh = PanelRefresh(fields), let light = PanelLight(fields)
        else { return nil }
        let match = DisplayMatch(
            framebuffers: fields.texts("match.fb") ?? [], drivers: fields.texts("match.driver") ?? [],
            compatible: fields.texts("match.compatible") ?? [], connectors: fields.texts("match.connector") ?? [])
        self.init(
            id: id, vendor: vendor, model: model, inherits: fields.text("inherits"), support: support,
            source: source, match: match, panel: panel, pixels: pixels, memory: memory, refresh: refresh,
            light: light)
    }
}

extension PanelShape {
    fileprivate init?(_ fields: ProfileFields) {
        guard let kind: PanelKind = fields.word("panel.kind"), let rotate = fields.number("panel.rotate")
        else { return nil }
        self.init(
            kind: kind, size: fields.cell("panel.size"),
            micrometres: fields.value("panel.mm") { ProfileKey.micrometres($0, in: 4...3000) }, rotate: rotate)
    }
}

extension PanelPixels {
    fileprivate init?(_ fields: ProfileFields) {
        guard let order: PixelOrder = fields.word("pixels.format"),
            let bits: MonoBitOrder = fields.word("pixels.mono_bit_order"),
            let two = fields.flag("pixels.two_levels"), let smooth = fields.flag("pixels.antialias")
        else { return nil }
        self.init(order: order, monoBitOrder: bits, hasTwoLevels: two, antialias: smooth)
    }
}

extension PanelMemory {
    fileprivate init?(_ fields: ProfileFields) {
        guard let access: FrameAccess = fields.word("memory.access"),
            let late = fields.number("memory.deferred_ms")
        else { return nil }
        self.init(access: access, deferredMs: late)
    }
}

extension PanelRefresh {
    fileprivate init?(_ fields: ProfileFields) {
        guard let interval = fields.number("refresh.min_interval_ms"),
            let full = fields.number("refresh.full_ms"), let every = fields.number("refresh.full_every")
        else { return nil }
        self.init(minIntervalMs: interval, fullMs: full, fullEvery: every)
    }
}

extension PanelLight {
    fileprivate init?(_ fields: ProfileFields) {
        guard let dims = fields.flag("light.dims"), let floor = fields.number("light.floor_percent"),
            let code = fields.number("light.code_percent")
        else { return nil }
        self.init(dims: dims, device: fields.text("light.device"), floorPercent: floor, codePercent: code)
    }
}
