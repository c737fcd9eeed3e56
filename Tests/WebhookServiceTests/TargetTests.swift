// SPDX-License-Identifier: Apache-2.0

import HTTPTransport
import Testing

@testable import WebhookService

@Suite struct `Where webhooks go` {
    @Test(arguments: [
        ("https://erp.example/till", "erp.example", "/till"), ("HTTPS://ERP.Example:8443", "erp.example:8443", "/"),
        ("https://erp.example?x=1&y=%20", "erp.example", "/?x=1&y=%20"), ("https://8.8.8.8/", "8.8.8.8", "/"),
        ("https://[2606:4700::1111]:443/a/../b", "[2606:4700::1111]:443", "/a/../b"),
        ("https://xn--bcher-kva.example/", "xn--bcher-kva.example", "/"), ("https://a_b.example/", "a_b.example", "/"),
    ]) func `a good address is read once and for all`(url: String, authority: String, path: String) throws {
        let target = try WebhookTarget(url)

        try TargetRule().check(target)

        #expect(target.authority == authority)
        #expect(target.path == path)
        #expect(target.isSecure)
    }

    @Test(arguments: [
        "", "erp.example", "ftp://erp.example/", "file:///etc/passwd", "https://", "https:///x",
        "https://erp.example:0/",
        "https://erp.example:65536/", "https://erp.example:/", "https://erp.example:80:80/",
        "https://user@erp.example/",
        "https://user:secret@erp.example/", "https://erp.example\\@evil.example/", "https://erp.example/#x",
        "https://erp.example/a b", "https://erp.example/\r\nX: 1", "https://erp..example/", "https://.example/",
        "https://erp.example./", "https://-erp.example/", "https://[::1", "https://[::1]x/",
        "https://[fe80::1%25eth0]/",
        "https://[127.0.0.1]/", "https://bücher.example/", "https://%6c%6fcalhost/", "gopher://erp.example/",
        // What other programs take for 127.0.0.1.
        "https://2130706433/", "https://0x7f000001/", "https://0177.0.0.1/", "https://127.1/", "https://0x7f.1/",
        "https://127.0.0.0x1/", "https://00127.0.0.1/", "https://127.0.0.1.1/", "https://1.2.3/", "https://①②⑦.0.0.1/",
    ]) func `what is no plain address is refused, however it is written`(url: String) {
        let fault = #expect(throws: TargetFault.self) { try TargetRule().check(try WebhookTarget(url)) }

        #expect(fault.map { !$0.why.isEmpty && !$0.why.hasSuffix(".") } == true)
        #expect(fault?.why.contains("secret") != true)
    }

    /// Addresses that no webhook reaches unless the settings name them.
    static let kept = [
        "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.100.100.200", "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254", "169.254.0.1", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.192", "192.0.2.1",
        "192.88.99.1", "192.168.1.1", "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1",
        "239.255.255.255", "240.0.0.1", "255.255.255.255", "168.63.129.16",
        "::", "::1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::ffff:0.0.0.0",
        "64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "100::1", "2001::1",
        "2001:0:4136:e378::1",
        "2001:10::1", "2001:db8::1", "2002:7f00:1::", "2002:a00:1::1", "3fff::1", "5f00::1", "fc00::1", "fd00:ec2::254",
        "fe80::1", "febf::1", "fec0::1", "ff02::1", "4000::1", "e000::1",
    ]

    @Test(arguments: kept) func `an address that is kept is refused before and at the connection`(text: String) throws {
        let address = try #require(NetworkAddress(text))
        let target = try WebhookTarget("https://\(text.contains(":") ? "[\(text)]" : text)/")
        let named = try WebhookTarget("https://erp.example/")

        #expect(!address.isPublic)
        #expect(throws: TargetFault.self) { try TargetRule().check(target) }
        // A name that leads there now, whatever it led to when it was added.
        #expect(!TargetRule().admission(to: named)(address))
    }

    @Test(arguments: [
        "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1", "126.255.255.255",
        "128.0.0.1",
        "169.253.255.255", "169.255.0.1", "172.15.255.255", "172.32.0.1", "192.0.1.1", "192.167.255.255", "192.169.0.1",
        "198.17.255.255", "198.20.0.1", "223.255.255.255", "168.63.129.15", "2606:4700::1111", "2001:4860::8888",
        "2003::1",
        "2400::1", "64:ff9b::808:808", "::ffff:8.8.8.8",
    ]) func `an address of the open internet is not`(text: String) throws {
        let address = try #require(NetworkAddress(text))

        #expect(address.isPublic)
        #expect(TargetRule().admission(to: try WebhookTarget("https://erp.example/"))(address))
    }

    @Test func `a host that the settings name may be of the network, and without TLS`() throws {
        let rule = TargetRule(localHosts: ["ERP.lan", "192.168.1.7", "fd00::7", "localhost"])
        let home = try #require(NetworkAddress("127.0.0.1"))

        for url in ["http://erp.lan:8080/till", "http://192.168.1.7/", "http://[fd00::7]/", "http://localhost:1/"] {
            let target = try WebhookTarget(url)
            try rule.check(target)
            #expect(rule.admission(to: target)(home))
        }
        for url in ["http://erp.example/", "https://192.168.1.8/", "http://x.erp.lan/", "http://[fd00::8]/"] {
            #expect(throws: TargetFault.self) { try rule.check(try WebhookTarget(url)) }
        }
        #expect(!rule.admission(to: try WebhookTarget("https://erp.example/"))(home))
    }

    @Test(arguments: ["0.0.0.0", "::", "224.0.0.1", "255.255.255.255", "ff02::1", "::ffff:0.0.0.0"])
    func `what means no one machine is refused even then`(text: String) throws {
        let rule = TargetRule(localHosts: ["erp.lan"])

        #expect(!rule.admission(to: try WebhookTarget("http://erp.lan/"))(try #require(NetworkAddress(text))))
    }
}
