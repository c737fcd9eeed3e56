// SPDX-License-Identifier: Apache-2.0
package import HTTPTypes
import RawStructuredFieldValues

extension MessageSignature {
    /// The text that a signature which a request carries has to be made over, its parameters as the signer wrote them.
    ///
    /// - Throws: ``SigningError/notSigned`` without such a label, otherwise as for verifying.
    package static func base(of request: HTTPRequest, signedAs label: String) throws(SigningError) -> String {
        try receivedBase(.request(request), request.headerFields, label)
    }

    /// The text that a signature which a response carries has to be made over.
    ///
    /// - Throws: As for a request.
    package static func base(
        of response: HTTPResponse, answering request: HTTPRequest, signedAs label: String
    ) throws(SigningError) -> String {
        try receivedBase(.response(response, answering: request), response.headerFields, label)
    }

    private static func receivedBase(
        _ source: ComponentSource, _ fields: HTTPFields, _ label: String
    ) throws(SigningError) -> String {
        let name = "signature-input"
        guard let value = fields.combined(.signatureInput),
            let member = try StructuredField.dictionary(value, field: name)[label]
        else { throw .notSigned }
        let covered = try CoveredComponents(member, label: label)
        var text = ""
        for (component, identifier) in try covered.identified() {
            text += "\(identifier): \(try source.value(of: component))\n"
        }
        return text + "\"@signature-params\": " + (try StructuredField.write(covered.list, field: name))
    }
}
