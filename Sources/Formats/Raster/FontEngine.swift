// SPDX-License-Identifier: Apache-2.0

import CFreeType

/// Owns FreeType, which is not safe to call from two threads; see ``TypeSetter`` for the lock.
struct FontEngine: ~Copyable {
    /// A font file that is open.
    private struct Face {
        let handle: FT_Face
        /// The em size that was set last, to set it again only when it changes.
        var size = 0
    }

    private var library: FT_Library?
    private var faces: [Face] = []
    private var cache: GlyphCache
    /// Why fonts could not be opened.
    private(set) var problems: [FontProblem] = []

    /// Opens the fonts that can be opened, in order.
    init(fonts: [String], cacheLimit: Int) {
        cache = GlyphCache(limit: cacheLimit)
        guard !fonts.isEmpty else { return }
        guard FT_Init_FreeType(&library) == 0, let library else {
            problems = fonts.map { FontProblem(font: $0, reason: "the font engine could not be started") }
            return
        }
        for font in fonts {
            let (path, index) = Self.parts(of: font)
            var face: FT_Face?
            let error = FT_New_Face(library, path, FT_Long(index), &face)
            guard error == 0, let face else {
                problems.append(FontProblem(font: font, reason: Self.reason(error, path: path)))
                continue
            }
            faces.append(Face(handle: face))
        }
    }

    deinit {
        for face in faces { FT_Done_Face(face.handle) }
        if let library { FT_Done_FreeType(library) }
    }

    /// Bytes that the cache holds.
    var cachedBytes: Int { cache.bytes }

    /// Tells whether a font, or the built-in set, has a character.
    func has(_ scalar: Unicode.Scalar) -> Bool {
        faces.contains { FT_Get_Char_Index($0.handle, FT_ULong(scalar.value)) != 0 }
            || BuiltInFont.has(scalar) || scalar.properties.isWhitespace
    }

    /// Draws a character, or finds it in the cache.
    mutating func glyph(_ scalar: Unicode.Scalar, size: Int, crisp: Bool) -> GlyphImage {
        let key = GlyphCache.Key(scalar: scalar, size: size, crisp: crisp)
        if let image = cache.image(for: key) { return image }
        let image = drawn(scalar, size: size, crisp: crisp)
        cache.keep(image, for: key)
        return image
    }

    private mutating func drawn(_ scalar: Unicode.Scalar, size: Int, crisp: Bool) -> GlyphImage {
        for index in faces.indices {
            let glyph = FT_Get_Char_Index(faces[index].handle, FT_ULong(scalar.value))
            guard glyph != 0 else { continue }
            if let image = render(glyph, face: index, size: size, crisp: crisp) { return image }
        }
        if let image = BuiltInFont.glyph(scalar, size: size) { return image }
        if scalar.properties.isWhitespace {
            // The ideographic space is as wide as the characters around it.
            return .blank(advance: scalar.value == 0x3000 ? size : max(1, size * 28 / 100))
        }
        return .hollowBox(size: size)
    }

    private mutating func render(_ glyph: FT_UInt, face index: Int, size: Int, crisp: Bool) -> GlyphImage? {
        let handle = faces[index].handle
        if faces[index].size != size {
            guard FT_Set_Pixel_Sizes(handle, 0, FT_UInt(size)) == 0 else { return nil }
            faces[index].size = size
        }
        let target = crisp ? tilld_ft_load_crisp : tilld_ft_load_smooth
        guard FT_Load_Glyph(handle, glyph, target) == 0, let slot = handle.pointee.glyph else { return nil }
        let bitmap = slot.pointee.bitmap
        let width = Int(bitmap.width)
        let height = Int(bitmap.rows)
        // A font file is foreign data: a drawing far beyond its em is not believed.
        guard width <= 8 * size + 64, height <= 8 * size + 64 else { return nil }
        var coverage = [UInt8](repeating: 0, count: width * height)
        if let buffer = bitmap.buffer, width > 0, height > 0 {
            let isMono = bitmap.pixel_mode == UInt8(FT_PIXEL_MODE_MONO.rawValue)
            guard isMono || bitmap.pixel_mode == UInt8(FT_PIXEL_MODE_GRAY.rawValue) else { return nil }
            let pitch = Int(bitmap.pitch)
            for y in 0..<height {
                let row = buffer + (pitch >= 0 ? y * pitch : (height - 1 - y) * -pitch)
                for x in 0..<width {
                    coverage[y * width + x] =
                        isMono ? (row[x >> 3] & (0x80 >> UInt8(x & 7)) != 0 ? 255 : 0) : row[x]
                }
            }
        }
        return GlyphImage(
            left: Int(slot.pointee.bitmap_left),
            top: Int(slot.pointee.bitmap_top),
            width: width,
            height: height,
            advance: max(0, min(8 * size, (Int(slot.pointee.advance.x) + 32) >> 6)),
            coverage: coverage
        )
    }

    /// Splits `path#index`; a text after `#` that is no number belongs to the path.
    static func parts(of font: String) -> (path: String, index: Int) {
        guard let mark = font.lastIndex(of: "#"), let index = Int(font[font.index(after: mark)...]), index >= 0
        else { return (font, 0) }
        return (String(font[..<mark]), index)
    }

    private static func reason(_ error: FT_Error, path: String) -> String {
        switch error {
        case 0x01: "the file cannot be opened: install the font or correct the path"
        case 0x02: "the file is no font"
        case 0x06: "the file has no face of that number"
        default: "the font cannot be used (FreeType \(error))"
        }
    }
}
