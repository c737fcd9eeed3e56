// SPDX-License-Identifier: Apache-2.0
package import HTTPTypes
import RawStructuredFieldValues

/// Signs and verifies requests and responses.
///
/// A body is covered through its `Content-Digest`, which the caller sets and checks with ``ContentDigest``. Freshness
/// (created, expires, nonce) is the caller's as well.
///
/// Source: RFC 9421.
package enum MessageSignature {
    private static let input = "signature-input"
    private static let signature = "signature"

    /// Adds a signature to a request; those that it carries already stay.
    ///
    /// - Throws: ``SigningError/missing(_:)`` for a component that the message does not have,
    ///   ``SigningError/malformed(field:why:)`` for a label that is taken, ``SigningError/unsupported(_:)`` for a key
    ///   of another kind.
    package static func sign(
        _ request: inout HTTPRequest, with key: SigningKey, algorithm: SignatureAlgorithm,
        parameters: SignatureParameters, label: String = "sig1"
    ) throws(SigningError) {
        let source = ComponentSource.request(request)
        try add(to: &request.headerFields, source, key, algorithm, parameters, label)
    }

    /// Adds a signature to a response.
    ///
    /// - Throws: As for a request.
    package static func sign(
        _ response: inout HTTPResponse, answering request: HTTPRequest, with key: SigningKey,
        algorithm: SignatureAlgorithm, parameters: SignatureParameters, label: String = "sig1"
    ) throws(SigningError) {
        let source = ComponentSource.response(response, answering: request)
        try add(to: &response.headerFields, source, key, algorithm, parameters, label)
    }

    /// Gives all signatures that a message carries, parsed but not verified; none is no error.
    ///
    /// - Throws: ``SigningError/malformed(field:why:)`` or ``SigningError/unsupported(_:)`` when one cannot be
    ///   understood.
    package static func parameters(
        in fields: HTTPFields
    ) throws(SigningError) -> [(label: String, parameters: SignatureParameters)] {
        var found: [(label: String, parameters: SignatureParameters)] = []
        for (label, member) in try dictionary(input, in: fields) ?? [:] {
            found.append((label, try CoveredComponents(member, label: label).parameters))
        }
        return found
    }

    /// Verifies one signature of a request and gives its parameters.
    ///
    /// - Throws: ``SigningError/notSigned`` without such a label, ``SigningError/missing(_:)`` when a component of
    ///   `requiring` is not covered or a covered one is not there, ``SigningError/badSignature`` when it does not
    ///   match.
    @discardableResult
    package static func verify(
        _ request: HTTPRequest, label: String, key: VerifyingKey, algorithm: SignatureAlgorithm,
        requiring: [SignatureComponent]
    ) throws(SigningError) -> SignatureParameters {
        try check(.request(request), request.headerFields, label, key, algorithm, requiring)
    }

    /// Verifies one signature of a response and gives its parameters.
    ///
    /// - Throws: As for a request.
    @discardableResult
    package static func verify(
        _ response: HTTPResponse, answering request: HTTPRequest, label: String, key: VerifyingKey,
        algorithm: SignatureAlgorithm, requiring: [SignatureComponent]
    ) throws(SigningError) -> SignatureParameters {
        try check(.response(response, answering: request), response.headerFields, label, key, algorithm, requiring)
    }

    /// The text that a signature of a request is made over.
    ///
    /// Source: RFC 9421, section 2.5.
    package static func base(
        of request: HTTPRequest, parameters: SignatureParameters
    ) throws(SigningError) -> String {
        try base(.request(request), CoveredComponents(parameters))
    }

    /// The text that a signature of a response is made over.
    package static func base(
        of response: HTTPResponse, answering request: HTTPRequest, parameters: SignatureParameters
    ) throws(SigningError) -> String {
        try base(.response(response, answering: request), CoveredComponents(parameters))
    }

    private static func base(_ source: ComponentSource, _ covered: CoveredComponents) throws(SigningError) -> String {
        var text = ""
        for (component, identifier) in try covered.identified() {
            text += "\(identifier): \(try source.value(of: component))\n"
        }
        return text + "\"@signature-params\": " + (try StructuredField.write(covered.list, field: input))
    }

    private static func add(
        to fields: inout HTTPFields, _ source: ComponentSource, _ key: SigningKey, _ algorithm: SignatureAlgorithm,
        _ parameters: SignatureParameters, _ label: String
    ) throws(SigningError) {
        try agree(parameters.algorithm, algorithm)
        var inputs = try dictionary(input, in: fields) ?? [:]
        var signatures = try dictionary(signature, in: fields) ?? [:]
        guard inputs[label] == nil, signatures[label] == nil else {
            throw .malformed(field: input, why: "label \(StructuredField.quoted(label)) is taken; choose another")
        }
        guard label.utf8.first.map({ (97...122).contains($0) || $0 == 42 }) == true else {
            throw .malformed(field: input, why: "a label begins with a lower-case letter")
        }
        let covered = try CoveredComponents(parameters)
        let made = try key.sign(Array(try base(source, covered).utf8), with: algorithm)
        inputs[label] = .innerList(covered.list)
        signatures[label] = .item(StructuredField.byteSequence(made))
        let inputText = try StructuredField.write(inputs, field: input)
        let signatureText = try StructuredField.write(signatures, field: signature)
        fields[.signatureInput] = inputText
        fields[.signature] = signatureText
    }

    private static func check(
        _ source: ComponentSource, _ fields: HTTPFields, _ label: String, _ key: VerifyingKey,
        _ algorithm: SignatureAlgorithm, _ requiring: [SignatureComponent]
    ) throws(SigningError) -> SignatureParameters {
        guard let member = try dictionary(input, in: fields)?[label],
            let signature = try dictionary(signature, in: fields)?[label]
        else { throw .notSigned }
        let covered = try CoveredComponents(member, label: label)
        try agree(covered.parameters.algorithm, algorithm)
        for component in requiring where !covered.parameters.components.contains(component) {
            throw .missing("component \(component.name) is not covered by signature \(StructuredField.quoted(label))")
        }
        guard let bytes = StructuredField.bytes(signature) else {
            throw .malformed(field: self.signature, why: "a byte sequence between colons is expected")
        }
        let base = try base(source, covered)
        guard key.isValid(bytes, of: Array(base.utf8), with: algorithm) else { throw .badSignature }
        return covered.parameters
    }

    /// Section 3.2, step 6: an `alg` parameter must not contradict the algorithm that the key is used with.
    private static func agree(_ named: String?, _ algorithm: SignatureAlgorithm) throws(SigningError) {
        guard let named, named != algorithm.rawValue else { return }
        throw .unsupported("parameter alg \(StructuredField.quoted(named)) with a key for \(algorithm.rawValue)")
    }

    private static func dictionary(
        _ field: String, in fields: HTTPFields
    ) throws(SigningError) -> StructuredField.Dictionary? {
        let name: HTTPField.Name = field == input ? .signatureInput : .signature
        guard let value = fields.combined(name) else { return nil }
        return try StructuredField.dictionary(value, field: field)
    }
}
