// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Testing

@testable import Raster

@Suite struct `Pictures in colour` {
    /// Writes a PNG of random dots, and says of each what it is: AARRGGBB in hexadecimal digits.
    private static let script = """
        import sys, zlib, struct, random
        kind, path = int(sys.argv[1]), sys.argv[2]
        random.seed(kind)
        w, h = 19, 11
        channels = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[kind]
        palette = [tuple(random.randrange(256) for _ in range(3)) for _ in range(77)]
        alphas = [random.randrange(256) for _ in range(40)]
        dots = [[random.randrange(77 if kind == 3 else 256) for _ in range(channels)] for _ in range(w * h)]
        def colour(p):
            if kind == 3: return (*palette[p[0]], alphas[p[0]] if p[0] < 40 else 255)
            if kind == 0: return (p[0],) * 3 + (255,)
            if kind == 4: return (p[0],) * 3 + (p[1],)
            return tuple(p) if kind == 6 else (*p, 255)
        rows = b''.join(b'\\0' + bytes(v for p in dots[y * w:(y + 1) * w] for v in p) for y in range(h))
        def chunk(t, c): return struct.pack('>I', len(c)) + t + c + struct.pack('>I', zlib.crc32(t + c))
        png = b'\\x89PNG\\r\\n\\x1a\\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', w, h, 8, kind, 0, 0, 0))
        if kind == 3: png += chunk(b'PLTE', b''.join(map(bytes, palette))) + chunk(b'tRNS', bytes(alphas))
        open(path, 'wb').write(png + chunk(b'IDAT', zlib.compress(rows)) + chunk(b'IEND', b''))
        print(' '.join('%02x%02x%02x%02x' % (a, r, g, b) for r, g, b, a in map(colour, dots)))
        """

    @Test(arguments: [0, 2, 3, 4, 6])
    func `are read from every kind of PNG as another program wrote it`(kind: Int) throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "a.png")
        let output = try ForeignTool.run("python3", ["-c", Self.script, String(kind), file.path])
        let wanted = String(decoding: output, as: UTF8.self).split(whereSeparator: \.isWhitespace).compactMap {
            UInt32($0, radix: 16)
        }

        let image = try ColorImage(file: Array(Data(contentsOf: file)))

        #expect(image.width == 19 && image.height == 11)
        #expect(image.pixels == wanted)
        #expect(try image.grey() == GreyImage(file: Array(Data(contentsOf: file))))
    }

    @Test func `from a bitmap are black on white, and lose the border`() throws {
        let image = try ColorImage(file: Array("P1 4 3 0000 0110 0000".utf8))

        #expect(image.backing == .white)
        #expect(Set(image.pixels) == [0xFF00_0000, 0xFFFF_FFFF])
        let cropped = try image.cropped()
        #expect(cropped.width == 2 && cropped.height == 1)
        #expect(throws: PictureError.blank) { try ColorImage(file: Array("P1 2 2 0000".utf8)).cropped() }
    }

    @Test func `become smaller by means in which what is not seen counts nothing`() throws {
        var image = try ColorImage(width: 4, height: 4)
        for index in 0..<8 { image.pixels[index] = 0xFFFF_0000 }
        for index in 8..<16 { image.pixels[index] = 0x0000_FF00 }

        let half = try image.scaled(toFitWidth: 2, height: 2)
        let one = try image.scaled(toFitWidth: 1, height: 1)

        #expect(half.pixels == [0xFFFF_0000, 0xFFFF_0000, 0, 0])
        #expect(one.pixels == [0x80FF_0000])
        #expect(try image.scaled(toFitWidth: 9, height: 9) == image)
        #expect(image.mean == Color(0xFF0000))
    }

    @Test func `lie over what is below, and are cut off at the edge`() throws {
        var surface = try Surface(width: 4, height: 4, color: .black)
        var image = try ColorImage(width: 2, height: 2)
        image.pixels = [0xFFFF_FFFF, 0x80FF_FFFF, 0x00FF_FFFF, 0xFF12_3456]

        surface.draw(image, x: 1, y: 1)
        surface.draw(image, x: 3, y: -1)
        surface.draw(image, x: -9, y: 2)

        #expect(surface[1, 1] == 0xFF_FFFF)
        #expect(surface[2, 1] == 0x80_8080)
        #expect(surface[1, 2] == 0)
        #expect(surface[2, 2] == 0x12_3456)
        #expect(surface[3, 0] == 0)
        #expect(surface.pixels.count { $0 != 0 } == 3)
    }

    @Test func `dots take a colour where they are black`() throws {
        var surface = try Surface(width: 3, height: 2)
        let dots = try ColorImage(file: Array("P1 3 1 101".utf8)).grey().dots(.lineArt)

        surface.draw(dots, x: 0, y: 1, color: Color(0x112233))

        #expect(surface.pixels == [0xFF_FFFF, 0xFF_FFFF, 0xFF_FFFF, 0x11_2233, 0xFF_FFFF, 0x11_2233])
    }
}
