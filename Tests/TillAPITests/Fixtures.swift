// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import TillAPI

func fixture(_ name: String) throws -> String {
    let url = try #require(
        Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Fixtures"))
    return try String(contentsOf: url, encoding: .utf8)
}

func expectGolden<Message: Codable & Equatable>(
    _ name: String, _ message: Message, at place: SourceLocation = #_sourceLocation
) throws {
    let text = try fixture(name)

    let read = try WireJSON.message(Message.self, from: Array(text.utf8))
    let written = try WireJSON.bytes(of: message)

    #expect(read == message, sourceLocation: place)
    let golden = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSDictionary
    let made = try JSONSerialization.jsonObject(with: Data(written)) as? NSDictionary
    #expect(golden != nil && golden == made, sourceLocation: place)
}

func expectStrictGolden<Message: RequestMessage>(
    _ name: String, _ message: Message, at place: SourceLocation = #_sourceLocation
) throws {
    try expectGolden(name, message, at: place)
    let read = try RequestReader.read(Message.self, from: Array(fixture(name).utf8))
    #expect(read == message, sourceLocation: place)
}
