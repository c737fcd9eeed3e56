// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import DeviceDrivers

@Suite struct `Port addresses` {
    @Test(arguments: [
        ("none", PortAddress.none), ("file:/var/spool/slips", .file(path: "/var/spool/slips")),
        ("usb:/dev/usb/lp0", .usb(path: "/dev/usb/lp0")),
        ("tcp:10.0.0.7:9100", .tcp(host: "10.0.0.7", port: 9100)),
        ("tcp:[fe80::1%eth0]:9100", .tcp(host: "fe80::1%eth0", port: 9100)),
        ("tcp:kitchen.shop.example:9101", .tcp(host: "kitchen.shop.example", port: 9101)),
    ])
    func `are read`(text: String, address: PortAddress) throws {
        #expect(try PortAddress(text) == address)
        #expect((address.port(locks: "/tmp") == nil) == (address == .none))
    }

    @Test(arguments: [
        "", "lp0", "usb:", "usb:lp0", "file:slips", "tcp:", "tcp:host", "tcp:host:0", "tcp:host:70000",
        "tcp:a/b:9100", "none:x", "serial:/dev/ttyS0",
    ])
    func `that are none are refused with a remedy`(text: String) {
        let error = #expect(throws: DeviceError.self) { try PortAddress(text) }

        #expect(error?.description.contains("write") == true)
    }
}
