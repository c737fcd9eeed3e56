// SPDX-License-Identifier: Apache-2.0

import CZlib
import ForeignJudges
import Foundation
import Testing

@testable import Raster

@Suite struct `Pictures of grey` {
    /// Writes a PNG of random dots with Python, and says what grey each dot is on white.
    private static let script = """
        import sys, zlib, struct, random
        kind, depth, clear, path = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3] == 'clear', sys.argv[4]
        random.seed(kind * 100 + depth)
        w, h = 23, 17
        channels = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[kind]
        top = (1 << depth) - 1
        palette = [tuple(random.randrange(256) for _ in range(3)) for _ in range(min(top + 1, 200))]
        alphas = [random.randrange(256) for _ in palette[:40]]
        def sample(c): return random.randrange(len(palette) if kind == 3 else top + 1)
        rows = [[[sample(c) for c in range(channels)] for _ in range(w)] for _ in range(h)]
        key = rows[3][5]
        def eight(v): return v * 255 // top
        def grey(r, g, b): return (299 * r + 587 * g + 114 * b + 500) // 1000
        def flat(v, a): return (v * a + 255 * (255 - a) + 127) // 255
        def level(p):
            if clear and kind in (0, 2) and p == key: return 255
            if kind == 3:
                return flat(grey(*palette[p[0]]), alphas[p[0]] if clear and p[0] < len(alphas) else 255)
            if kind == 0: return eight(p[0])
            if kind == 4: return flat(eight(p[0]), eight(p[1]))
            return flat(grey(*map(eight, p[:3])), eight(p[3]) if kind == 6 else 255)
        def pack(row):
            bits = ''.join(format(v, '0%db' % depth) for p in row for v in p)
            bits += '0' * (-len(bits) % 8)
            return bytes(int(bits[i:i + 8], 2) for i in range(0, len(bits), 8))
        step = max(channels * depth // 8, 1)
        def filtered(y, lines):
            f = y % 5
            now, up = lines[y], lines[y - 1] if y else bytes(len(lines[y]))
            out = bytearray([f])
            for x, v in enumerate(now):
                a = now[x - step] if x >= step else 0
                b = up[x]
                c = up[x - step] if x >= step else 0
                p = a + b - c
                near = min((abs(p - a), 0, a), (abs(p - b), 1, b), (abs(p - c), 2, c))[2]
                out.append((v - [0, a, b, (a + b) // 2, near][f]) & 255)
            return bytes(out)
        lines = [pack(r) for r in rows]
        body = zlib.compress(b''.join(filtered(y, lines) for y in range(h)))
        def chunk(t, c): return struct.pack('>I', len(c)) + t + c + struct.pack('>I', zlib.crc32(t + c))
        png = b'\\x89PNG\\r\\n\\x1a\\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', w, h, depth, kind, 0, 0, 0))
        if kind == 3: png += chunk(b'PLTE', b''.join(bytes(c) for c in palette))
        if clear and kind == 3: png += chunk(b'tRNS', bytes(alphas))
        if clear and kind in (0, 2): png += chunk(b'tRNS', b''.join(struct.pack('>H', v) for v in key))
        png += chunk(b'IDAT', body[:40]) + chunk(b'tEXt', b'a b') + chunk(b'IDAT', body[40:]) + chunk(b'IEND', b'')
        open(path, 'wb').write(png)
        print(' '.join(str(level(p)) for r in rows for p in r))
        """

    @Test(
        arguments: [
            (0, 1), (0, 2), (0, 4), (0, 8), (0, 16), (2, 8), (2, 16), (3, 1), (3, 2), (3, 4), (3, 8), (4, 8), (4, 16),
            (6, 8),
            (6, 16),
        ], ["clear", "full"])
    func `are read from every kind of PNG as another program wrote it`(kind: (Int, Int), clear: String) throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "a.png")
        let output = try ForeignTool.run(
            "python3", ["-c", Self.script, String(kind.0), String(kind.1), clear, file.path])
        let levels = String(decoding: output, as: UTF8.self).split(whereSeparator: \.isWhitespace).compactMap {
            UInt8($0)
        }

        let image = try GreyImage(file: Array(Data(contentsOf: file)))

        #expect(image.width == 23 && image.height == 17)
        #expect(image.levels == levels)
    }

    private func chunk(_ name: String, _ body: [UInt8]) -> [UInt8] {
        let named = Array(name.utf8) + body
        return big(body.count) + named + big(Int(crc32(0, named, uInt(named.count))))
    }

    private func big(_ value: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) } }

    private func png(width: Int, height: Int, interlaced: Bool = false, body: [UInt8]) -> [UInt8] {
        PNGReader.signature + chunk("IHDR", big(width) + big(height) + [8, 0, 0, 0, interlaced ? 1 : 0])
            + chunk("IDAT", body) + chunk("IEND", [])
    }

    private func packed(_ bytes: [UInt8]) throws -> [UInt8] {
        var length = compressBound(uLong(bytes.count))
        var output = [UInt8](repeating: 0, count: Int(length))
        try #require(compress2(&output, &length, bytes, uLong(bytes.count), 9) == Z_OK)
        return Array(output.prefix(Int(length)))
    }

    @Test func `that claim to be huge are refused before anything is unpacked`() throws {
        let file = png(width: 60_000, height: 60_000, body: try packed([UInt8](repeating: 0, count: 100_000)))

        #expect(throws: PictureError.impossibleSize(width: 60_000, height: 60_000)) { try GreyImage(file: file) }
        #expect(throws: PictureError.self) { try GreyImage(file: Array("P4\n4096 4096\n".utf8)) }
    }

    @Test func `that unpack to more than their size are not unpacked`() throws {
        let bomb = png(width: 4, height: 4, body: try packed([UInt8](repeating: 0, count: 50_000_000)))

        let image = try GreyImage(file: bomb)

        #expect(image.levels == [UInt8](repeating: 0, count: 16))
    }

    @Test func `that are damaged, interlaced or no pictures are refused`() throws {
        let good = png(width: 4, height: 4, body: try packed([UInt8](repeating: 0, count: 20)))

        var judged: [PictureError] = []
        for file in [
            Array(good.dropLast(20)), good.enumerated().map { $0.offset == 45 ? $0.element ^ 1 : $0.element },
            png(width: 4, height: 4, interlaced: true, body: []), png(width: 4, height: 4, body: try packed([0, 1])),
            Array("GIF89a".utf8), [], Array("P4\n99".utf8), Array("P1\n2 2\n10".utf8),
        ] {
            do {
                _ = try GreyImage(file: file)
            } catch {
                judged.append(error)
            }
        }

        #expect(
            judged == [
                .damaged("a part is cut off"), .damaged("a part has another sum"), .unsupported("interlaced"),
                .damaged("its dots"), .unknownKind, .unknownKind, .damaged("its size is missing"),
                .damaged("dots are missing"),
            ])
    }

    @Test(arguments: 0..<400)
    func `never trap on a file with wrong bytes`(seed: Int) throws {
        var file = png(width: 5, height: 5, body: try packed([UInt8](repeating: 7, count: 30)))
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        for _ in 0..<3 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            file[Int(state >> 33) % file.count] = UInt8(truncatingIfNeeded: state >> 20)
        }

        let result = Result { () throws(PictureError) in try GreyImage(file: file) }

        switch result {
        case .success(let image): #expect(image.levels.count == image.width * image.height)
        case .failure(let error): #expect(!error.description.isEmpty)
        }
    }

    @Test func `are cropped and made smaller by means`() throws {
        var image = try GreyImage(width: 12, height: 8)
        for y in 2..<6 { for x in 4..<8 { image.levels[y * 12 + x] = (x + y) % 2 == 0 ? 0 : 200 } }

        let small = try image.cropped().scaled(toFitWidth: 2, height: 300)

        #expect(small.width == 2 && small.height == 2)
        #expect(small.levels == [100, 100, 100, 100])
    }

    @Test func `give back their share of grey in dots`() throws {
        var image = try GreyImage(width: 200, height: 100)
        for y in 0..<100 { for x in 0..<200 { image.levels[y * 200 + x] = UInt8(x * 255 / 199) } }

        let dots = try image.dots(.photo)

        for band in 0..<4 {
            let black = (0..<100).reduce(0) { sum, y in sum + (band * 50..<(band + 1) * 50).count { dots[$0, y] } }
            let wanted = (band * 50..<(band + 1) * 50).reduce(0) { $0 + 255 - $1 * 255 / 199 } * 100 / 255
            #expect(abs(black - wanted) < 40, "band \(band): \(black) of \(wanted)")
        }
        #expect(image.usualManner == .photo)
    }

    @Test func `lose black evenly where there is too much of it`() throws {
        var dots = try Bitmap(width: 64, height: 100)
        dots.fill(PixelRect(x: 0, y: 48, width: 64, height: 52))

        dots.lighten(to: 60, every: 24, head: 64)

        let black = [48..<72, 72..<96, 96..<100].map { rows in
            rows.reduce(0) { sum, y in sum + (0..<64).count { dots[$0, y] } }
        }
        #expect(black[0] <= 24 * 64 * 6 / 10 && black[0] > 24 * 64 / 2)
        #expect(black[1] == black[0])
        #expect(black[2] == 4 * 64)
    }
}
