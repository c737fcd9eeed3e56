// SPDX-License-Identifier: Apache-2.0

extension ProfileSchema {
    /// What the file of a display may say.
    static let display = ProfileSchema(
        noun: "a display",
        keys: ProfileKey.names + [
            .match("fb", .texts(longest: 32)), .match("driver", .texts(longest: 64)),
            .match("compatible", .texts(longest: 64)), .match("connector", .texts(longest: 32)),
            .shared("panel", "kind", .word(ProfileKey.words(PanelKind.self))),
            .optional("panel", "size", .list(32...8192, counts: 2...2)),
            .optional("panel", "mm", .millimetres(4...3000)),
            .shared("panel", "rotate", .choice([0, 90, 180, 270])),
            .shared("pixels", "format", .word(ProfileKey.words(PixelOrder.self))),
            .shared("pixels", "mono_bit_order", .word(ProfileKey.words(MonoBitOrder.self))),
            .shared("pixels", "two_levels", .flag),
            .shared("pixels", "antialias", .flag),
            .shared("memory", "access", .word(ProfileKey.words(FrameAccess.self))),
            .shared("memory", "deferred_ms", .number(0...5000)),
            .shared("refresh", "min_interval_ms", .number(0...60_000)),
            .shared("refresh", "full_ms", .number(0...30_000)),
            .shared("refresh", "full_every", .number(0...1000)),
            .shared("light", "dims", .flag),
            .optional("light", "device", .text(longest: 64)),
            .shared("light", "floor_percent", .number(0...100)),
            .shared("light", "code_percent", .number(50...100)),
        ])
}
