// SPDX-License-Identifier: Apache-2.0

import TillAPI

/// Judges what became of a request's body.
enum RequestJudge {
    /// Reads a body strictly, and compares with two readers that share nothing with the first.
    static func verdict<Message: RequestMessage>(on body: [UInt8], as type: Message.Type) -> Verdict {
        do throws(TillAPI.Problem) {
            let message = try RequestReader.read(type, from: body)
            return .of(fault(of: message, read: body), otherwise: .read)
        } catch {
            return .of(fault(of: error, about: body), otherwise: .refused)
        }
    }

    private static func fault<Message: RequestMessage>(of message: Message, read body: [UInt8]) -> String? {
        if !body.isEmpty {
            // Foundation's reader is lenient; the sandbox's is strict.
            guard (try? JSONParser.value(of: body)) != nil else { return "what is no json was read" }
            guard (try? WireJSON.message(Message.self, from: body)) == message else {
                return "another reader reads another message"
            }
        }
        guard let written = try? WireJSON.bytes(of: message) else { return "a message that cannot be written" }
        guard (try? RequestReader.read(Message.self, from: written)) == message else {
            return "a message that was written is not read as the same"
        }
        return nil
    }

    private static func fault(of problem: TillAPI.Problem, about body: [UInt8]) -> String? {
        if let fault = Sentence.fault(of: problem.description) { return fault }
        switch problem.code {
        case .malformed:
            // A sandbox that reads the same text says that one of the two is wrong.
            return (try? JSONParser.value(of: body)) == nil ? nil : "json was refused: \(problem.detail)"
        case .unknownField, .missingField, .invalidAmount, .unknownCurrency:
            return named(problem)
        case .wrongType, .invalidValue:
            // These can be about the body as a whole, and then the sentence says so.
            return problem.detail.hasPrefix("the body") || problem.detail.hasPrefix("a text")
                || problem.detail.hasPrefix("the number") ? nil : named(problem)
        case .tooLarge: return body.count > RequestReader.bodyLimit ? nil : "a small body was too large"
        default: return "a body cannot be \(problem.code.rawValue)"
        }
    }

    /// Whether the member that is wrong is in the problem and in its sentence.
    private static func named(_ problem: TillAPI.Problem) -> String? {
        guard let field = problem.field, !field.isEmpty else { return "no member is named: \(problem.detail)" }
        // By bytes: some letters are one with the space behind them.
        guard problem.detail.utf8.starts(with: field.utf8) else {
            return "the sentence does not name \(field): \(problem.detail)"
        }
        return nil
    }
}
