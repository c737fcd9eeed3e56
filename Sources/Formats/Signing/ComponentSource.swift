// SPDX-License-Identifier: Apache-2.0
import HTTPTypes

/// The message, and for a response the request that it answers, that component values are taken from.
enum ComponentSource {
    /// A request.
    case request(HTTPRequest)
    /// A response and its request.
    case response(HTTPResponse, answering: HTTPRequest)

    /// Gives the value of one component, printable ASCII.
    func value(of component: SignatureComponent) throws(SigningError) -> String {
        let bytes = try bytes(of: component)
        // Section 2.5: a line break would forge lines of the base, and other text than ASCII needs `bs`.
        guard bytes.allSatisfy({ (0x20...0x7E).contains($0) || $0 == UInt8(ascii: "\t") }) else {
            throw .malformed(
                field: component.name, why: "other characters than printable ascii; cover the field with bs")
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func bytes(of component: SignatureComponent) throws(SigningError) -> [UInt8] {
        switch self {
        case .request(let request):
            guard !component.req else {
                throw .malformed(field: component.name, why: "parameter req belongs to responses")
            }
            return try Self.bytes(of: component, in: request)
        case .response(_, let request) where component.req:
            return try Self.bytes(of: component, in: request)
        case .response(let response, _):
            if component.name == SignatureComponent.status.name {
                return Array(String(response.status.code).utf8)
            }
            guard !component.name.hasPrefix("@") else {
                throw .malformed(
                    field: component.name, why: "a response has no such component; add req for the request's")
            }
            return try Self.field(component, in: response.headerFields)
        }
    }

    private static func bytes(
        of component: SignatureComponent, in request: HTTPRequest
    ) throws(SigningError) -> [UInt8] {
        guard component.name.hasPrefix("@") else { return try field(component, in: request.headerFields) }
        return Array(try derived(component, from: RequestTarget(request)).utf8)
    }

    private static func derived(
        _ component: SignatureComponent, from target: RequestTarget
    ) throws(SigningError) -> String {
        switch component.name {
        case "@method": return target.method
        case "@target-uri": return try target.uri()
        case "@authority": return try target.authority()
        case "@scheme": return try target.scheme()
        case "@request-target": return try target.requestTarget()
        case "@path": return target.path
        case "@query": return "?" + (target.query ?? "")
        case "@query-param": return try target.queryParameter(component.parameter ?? "")
        case "@status": throw .malformed(field: component.name, why: "a request has no status")
        default: throw .unsupported("component \(StructuredField.quoted(component.name))")
        }
    }

    private static func field(_ component: SignatureComponent, in fields: HTTPFields) throws(SigningError) -> [UInt8] {
        guard let name = HTTPField.Name(component.name) else {
            throw .malformed(field: StructuredField.quoted(component.name), why: "this is no field name")
        }
        guard let value = fields.combined(name) else { throw .missing("field \(component.name)") }
        if component.bs {
            return try StructuredField.wrapped(fields.lines(name), field: component.name)
        }
        if let key = component.key {
            return try StructuredField.member(key, of: value, field: component.name)
        }
        return component.sf ? try StructuredField.strict(value, field: component.name) : value
    }
}
