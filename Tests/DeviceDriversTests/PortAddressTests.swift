// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import DeviceDrivers

@Suite struct `Port addresses` {
    @Test(arguments: [
        ("none", PortAddress.none), ("file:/var/spool/slips", .file(path: "/var/spool/slips")),
        ("usb:/dev/usb/lp0", .usb(path: "/dev/usb/lp0")),
        ("usb:/dev/usb/lp0?serial=J5QF012345", .usbDevice(serial: "J5QF012345", path: "/dev/usb/lp0")),
        ("usb:?serial=J5QF012345", .usbDevice(serial: "J5QF012345", path: nil)),
        ("serial:/dev/ttyS0", .serial(path: "/dev/ttyS0", serial: nil, setting: SerialSetting())),
        (
            "serial:/dev/ttyUSB0?baud=19200&flow=xonxoff&ready=off",
            .serial(
                path: "/dev/ttyUSB0", serial: nil,
                setting: SerialSetting(baud: 19200, flow: .xonxoff, watchesReady: false))
        ),
        (
            "serial:?serial=A50285BI&flow=none",
            .serial(path: nil, serial: "A50285BI", setting: SerialSetting(flow: .none))
        ),
        ("rfcomm:/dev/rfcomm0", .rfcomm(path: "/dev/rfcomm0")),
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
        "tcp:a/b:9100", "none:x", "serial:", "serial:ttyS0", "rfcomm:rfcomm0", "lpt:/dev/lp0", "usb:?serial=",
        "usb:?serial=a/b",
    ])
    func `that are none are refused with a remedy`(text: String) {
        let error = #expect(throws: DeviceError.self) { try PortAddress(text) }

        #expect(error?.description.contains("write") == true)
    }

    @Test(arguments: [
        ("serial:/dev/ttyS0?baud=9601", "baud \"9601\""), ("serial:/dev/ttyS0?flow=maybe", "flow \"maybe\""),
        ("serial:/dev/ttyS0?ready=1", "ready \"1\""), ("serial:/dev/ttyS0?parity=even", "no field \"parity\""),
        ("usb:/dev/usb/lp0?baud=9600", "no field \"baud\""), ("serial:?baud=9600&baud=9600", "baud twice"),
        ("usb:?serial=a b", "serial \"a b\""),
    ])
    func `with a wrong field name it`(text: String, part: String) {
        let error = #expect(throws: DeviceError.self) { try PortAddress(text) }

        #expect(error?.description.contains(part) == true)
    }
}
