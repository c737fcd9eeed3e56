// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Raster

@Suite struct `Type setter` {
    static let fontFile = "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc#0"
    static let builtIn = "0123456789.,:-+/%¥$€ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

    @Test func `without a font file every built-in character has a picture of its own`() throws {
        let setter = TypeSetter()

        var pictures: [[UInt32]: Character] = [:]
        for character in Self.builtIn + "\u{4E2D}" {
            var surface = try Surface(width: 12, height: 16)
            setter.draw(
                String(character),
                on: &surface,
                x: 1,
                baseline: 10,
                style: TextStyle(size: 10, tabularDigits: false),
                color: .black
            )
            #expect(surface.pixels.contains(0), "\(character)")
            #expect(pictures.updateValue(character, forKey: surface.pixels) == nil, "\(character)")
        }

        #expect(pictures.count == Self.builtIn.count + 1)
        #expect(setter.covers(Self.builtIn + " "))
        #expect(setter.missing(in: "a中b文中") == ["中", "文"])
    }

    @Test func `built-in characters grow by whole factors`() throws {
        let setter = TypeSetter()
        var small = try Surface(width: 60, height: 10)
        var large = try Surface(width: 180, height: 30)

        setter.draw("¥12.50", on: &small, x: 0, baseline: 8, style: TextStyle(size: 10), color: .black)
        setter.draw("¥12.50", on: &large, x: 0, baseline: 24, style: TextStyle(size: 30), color: .black)

        for y in 0..<30 {
            for x in 0..<180 {
                #expect(large[x, y] == small[x / 3, y / 3])
            }
        }
    }

    @Test func `a font file brings Chinese, half tones and a fallback for what it lacks`() throws {
        let setter = TypeSetter(fonts: [Self.fontFile])
        var surface = try Surface(width: 300, height: 60)

        setter.draw("付款成功 ¥12.50", on: &surface, x: 4, baseline: 44, style: TextStyle(size: 36), color: .black)

        #expect(setter.problems == [])
        #expect(setter.covers("请扫码付款 Scan to pay ¥€$ 12.50"))
        #expect(Set(surface.pixels).count > 20)
        #expect(setter.missing(in: "\u{10FFFD}") == ["\u{10FFFD}"])
    }

    @Test func `crisp text has no half tones`() throws {
        let setter = TypeSetter(fonts: [Self.fontFile])
        var surface = try Surface(width: 200, height: 40)

        setter.draw("付款 8.50", on: &surface, x: 2, baseline: 28, style: TextStyle(size: 24, crisp: true), color: .black)

        #expect(Set(surface.pixels) == [0, 0xFF_FFFF])
    }

    @Test(arguments: [[], [fontFile]])
    func `digits are equally wide`(fonts: [String]) {
        let setter = TypeSetter(fonts: fonts)
        let style = TextStyle(size: 33)

        let widths = Set((0...9).map { setter.measure("\($0):\($0)\($0)", style: style).width })

        #expect(widths.count == 1)
    }

    @Test func `ink is within what was measured`() throws {
        let setter = TypeSetter(fonts: [Self.fontFile])
        let style = TextStyle(size: 40)
        var surface = try Surface(width: 400, height: 100)

        setter.draw("Agjy 中文 ¥1", on: &surface, x: 20, baseline: 60, style: style, color: .black)
        let extent = setter.measure("Agjy 中文 ¥1", style: style)

        let inked = surface.bounds.allPoints.filter { surface[$0.x, $0.y] != 0xFF_FFFF }
        #expect(inked.map(\.x).min() == 20 + extent.ink.x)
        #expect((inked.map(\.x).max() ?? 0) < 20 + extent.ink.right)
        #expect(inked.map(\.y).min() == 60 + extent.ink.y)
        #expect((inked.map(\.y).max() ?? 0) == 60 + extent.ink.bottom - 1)
    }

    @Test func `fonts that cannot be used are told and the others are used`() throws {
        let setter = TypeSetter(fonts: [
            "/nowhere/none.ttf", "/usr/bin/env", "\(Self.fontFile.dropLast(1))99", Self.fontFile,
        ])

        #expect(setter.problems.map(\.font) == ["/nowhere/none.ttf", "/usr/bin/env", "\(Self.fontFile.dropLast(1))99"])
        #expect(setter.problems[0].reason.contains("cannot be opened"))
        #expect(setter.problems[1].reason == "the file is no font")
        #expect(setter.covers("中"))
    }

    @Test func `the cache stays below its limit`() {
        let setter = TypeSetter(fonts: [Self.fontFile], cacheLimit: 40_000)

        for size in 10..<60 {
            _ = setter.measure("付款成功谢谢惠顾0123456789", style: TextStyle(size: size))
            #expect(setter.cachedBytes <= 40_000)
        }

        #expect(setter.cachedBytes > 10_000)
    }

    @Test func `many tasks may set text at once`() async {
        let setter = TypeSetter(fonts: [Self.fontFile], cacheLimit: 20_000)
        let expected = (12..<40).map { setter.measure("付款 ¥\($0)", style: TextStyle(size: $0)) }

        let results = await withTaskGroup(of: [TextExtent].self) { group in
            for _ in 0..<8 {
                group.addTask { (12..<40).map { setter.measure("付款 ¥\($0)", style: TextStyle(size: $0)) } }
            }
            return await group.reduce(into: [[TextExtent]]()) { $0.append($1) }
        }

        #expect(results == Array(repeating: expected, count: 8))
    }

    @Test func `dots for paper are set and cut off at the edge`() throws {
        let setter = TypeSetter(fonts: [Self.fontFile])
        var bitmap = try Bitmap(width: 100, height: 30)

        setter.draw("合计 12.50 元 and more than fits", on: &bitmap, x: -5, baseline: 24, size: 24)

        #expect(bitmap.bounds.allPoints.contains { bitmap[$0.x, $0.y] })
        #expect(bitmap.bounds.allPoints.contains { !bitmap[$0.x, $0.y] })
    }

    @Test func `joiners and control characters leave no trace`() {
        let setter = TypeSetter(fonts: [Self.fontFile])
        let style = TextStyle(size: 20)

        #expect(setter.measure("a\u{200D}b\u{FE0F}\u{1B}\u{0}", style: style) == setter.measure("ab", style: style))
    }
}

extension PixelRect {
    /// Every point of the rectangle, for tests that look at all of them.
    var allPoints: [(x: Int, y: Int)] {
        (y..<bottom).flatMap { row in (x..<right).map { ($0, row) } }
    }
}
