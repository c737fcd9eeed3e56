// SPDX-License-Identifier: Apache-2.0

import EscPos
import Raster
import Testing

@testable import Receipts

@Suite struct `A file that is called a logo` {
    @Test func `is in the corpus in every shape`() {
        #expect(HostileCorpus.logos.count >= 40)
        #expect(HostileCorpus.logos.count { $0.isRead } >= 10)
    }

    @Test(arguments: HostileCorpus.logos)
    func `is printed within its measure, or refused in a sentence`(logo: HostileCorpus.Logo) throws {
        let made = Result { () throws(PictureError) in try SlipLogo(file: logo.bytes, width: 384, mostRows: 200) }

        switch made {
        case .success(let read):
            #expect(logo.isRead)
            #expect((1...307).contains(read.picture.width) && (1...200).contains(read.picture.height))
            let black = read.picture.bytes.reduce(0) { $0 + $1.nonzeroBitCount }
            #expect(black <= 384 * (read.picture.height + 24) * 6 / 10)
            let layout = try SlipLayout("[sale]\nlogo", name: "x")
            let renderer = ReceiptRenderer(
                profile: try Samples.profile("generic-58"), setter: Samples.setter(), layout: layout, logo: read)
            let document = try renderer.document(for: Samples.receipt())
            #expect(StreamJudge.faults(of: document, asked: .init()) == [])
            #expect(StreamJudge.faultsOfPlaying(document, asked: .init()) == [])
        case .failure(let error):
            #expect(!logo.isRead)
            #expect((20...200).contains(error.description.count), "\(error)")
            #expect(error.description.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
        }
    }

    @Test func `that is larger than a file may be is not looked into`() {
        let file = [UInt8](repeating: 0x89, count: GreyImage.fileLimit + 1)

        #expect(throws: PictureError.fileTooLarge(bytes: file.count)) { try SlipLogo(file: file, width: 384) }
    }
}
