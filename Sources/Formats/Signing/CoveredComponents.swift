// SPDX-License-Identifier: Apache-2.0
import RawStructuredFieldValues

/// A signature's parameters as they stand in the message: parsed, and kept as they were written.
struct CoveredComponents {
    /// The members with the order and the parameters that the signer wrote; the signature base repeats it exactly.
    let list: InnerList
    /// The same, understood.
    let parameters: SignatureParameters

    /// Writes parameters for a new signature.
    init(_ parameters: SignatureParameters) throws(SigningError) {
        self.parameters = parameters
        var members = BareInnerList()
        for component in parameters.components {
            members.append(Self.item(component))
        }
        var attributes = OrderedMap<String, RFC9651BareItem>()
        attributes["created"] = parameters.created.map { .integer($0) }
        attributes["expires"] = parameters.expires.map { .integer($0) }
        attributes["nonce"] = parameters.nonce.map { .string($0) }
        attributes["keyid"] = parameters.keyID.map { .string($0) }
        attributes["alg"] = parameters.algorithm.map { .string($0) }
        attributes["tag"] = parameters.tag.map { .string($0) }
        list = InnerList(bareInnerList: members, parameters: attributes)
        try Self.check(parameters.components)
    }

    /// Reads one member of `Signature-Input`.
    init(_ member: ItemOrInnerList, label: String) throws(SigningError) {
        let field = "signature-input \(StructuredField.quoted(label))"
        guard case .innerList(let list) = member else {
            throw .malformed(field: field, why: "a list of components in parentheses is expected")
        }
        guard list.bareInnerList.count <= StructuredField.mostMembers else {
            throw .malformed(field: field, why: "more than \(StructuredField.mostMembers) components")
        }
        var parameters = SignatureParameters(components: [])
        for item in list.bareInnerList {
            parameters.components.append(try Self.component(item, field: field))
        }
        for (name, value) in list.rfc9651Parameters {
            switch name {
            case "created": parameters.created = try Self.integer(value, name, field)
            case "expires": parameters.expires = try Self.integer(value, name, field)
            case "nonce": parameters.nonce = try Self.string(value, name, field)
            case "keyid": parameters.keyID = try Self.string(value, name, field)
            case "alg": parameters.algorithm = try Self.string(value, name, field)
            case "tag": parameters.tag = try Self.string(value, name, field)
            default: continue  // Further parameters are signed with the rest and mean nothing to us.
            }
        }
        try Self.check(parameters.components)
        self.list = list
        self.parameters = parameters
    }

    /// Gives each component beside its identifier as the signer wrote it.
    func identified() throws(SigningError) -> [(component: SignatureComponent, identifier: String)] {
        var pairs: [(component: SignatureComponent, identifier: String)] = []
        for (item, component) in zip(list.bareInnerList, parameters.components) {
            pairs.append((component, try StructuredField.write(item, field: component.name)))
        }
        return pairs
    }

    private static func item(_ component: SignatureComponent) -> Item {
        var attributes = OrderedMap<String, RFC9651BareItem>()
        attributes["name"] = component.parameter.map { .string($0) }
        attributes["key"] = component.key.map { .string($0) }
        attributes["sf"] = component.sf ? true : nil
        attributes["bs"] = component.bs ? true : nil
        attributes["req"] = component.req ? true : nil
        return Item(bareItem: .string(component.name), parameters: attributes)
    }

    private static func component(_ item: Item, field: String) throws(SigningError) -> SignatureComponent {
        guard case .string(let name) = item.rfc9651BareItem else {
            throw .malformed(field: field, why: "a component name in quotes is expected")
        }
        var component = SignatureComponent(name: name)
        for (key, value) in item.rfc9651Parameters {
            switch key {
            case "req": component.req = try flag(value, key, field)
            case "sf": component.sf = try flag(value, key, field)
            case "bs": component.bs = try flag(value, key, field)
            case "key": component.key = try string(value, key, field)
            case "name": component.parameter = try string(value, key, field)
            case "tr": throw .unsupported("component parameter tr; cover fields of the head only")
            default: throw .unsupported("component parameter \(StructuredField.quoted(key))")
            }
        }
        return component
    }

    /// The longest name of a component, in bytes; errors repeat it.
    private static let longestName = 128

    /// Refuses what no signature base can be made of.
    private static func check(_ components: [SignatureComponent]) throws(SigningError) {
        for component in components {
            let name = StructuredField.quoted(component.name)
            guard component.name == component.name.lowercased(), component.name != "@signature-params",
                component.name.utf8.count <= longestName
            else {
                throw .malformed(
                    field: "component \(name)", why: "a lower-case name of a field or derived component is expected")
            }
            let isDerived = component.name.hasPrefix("@")
            let hasFieldParameters = component.sf || component.bs || component.key != nil
            guard !(isDerived && hasFieldParameters), !(component.bs && (component.sf || component.key != nil)) else {
                throw .malformed(
                    field: "component \(name)",
                    why: "its parameters sf, bs or key exclude one another or belong to fields only")
            }
            guard (component.parameter != nil) == (component.name == "@query-param") else {
                throw .malformed(
                    field: "component \(name)", why: "parameter name belongs to @query-param, which needs it")
            }
        }
        guard Set(components).count == components.count else {
            throw .malformed(field: "signature-input", why: "a component is covered twice")
        }
    }

    private static func flag(_ value: RFC9651BareItem, _ name: String, _ field: String) throws(SigningError) -> Bool {
        guard case .bool(true) = value else {
            throw .malformed(field: field, why: "parameter \(name) stands alone, without a value")
        }
        return true
    }

    private static func integer(_ value: RFC9651BareItem, _ name: String, _ field: String) throws(SigningError) -> Int64
    {
        guard case .integer(let number) = value else {
            throw .malformed(field: field, why: "parameter \(name) is an integer")
        }
        return number
    }

    private static func string(_ value: RFC9651BareItem, _ name: String, _ field: String) throws(SigningError) -> String
    {
        guard case .string(let text) = value else {
            throw .malformed(field: field, why: "parameter \(name) is a string in quotes")
        }
        return text
    }
}
