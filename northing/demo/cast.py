"""The people of Kestrel Bikes: 64 in five teams, two of which hold a team of their own."""

from northing.demo.shapes import Guide, Member, Unit
from northing.people.rules import Role

TEAMS = (
    Unit("WN", "Workshop network", "workshop-network", "ines.okafor",
         "Eleven workshops and the mobile mechanics: every bike back on the street within a week."),
    Unit("OC", "Owner care", "owner-care", "ruth.adeyemi",
         "Everybody who owns a Kestrel, or is about to, and what we say to them."),
    Unit("RP", "Ride platform", "ride-platform", "henrik.solberg",
         "Frame, motor, display and the software between them."),
    Unit("SU", "Supply", "supply", "mei.zhao",
         "Batteries and parts, on the shelf before somebody needs them."),
    Unit("PE", "People", "people", "farah.haddad",
         "Plans people can keep, and a company they stay in."),
    Unit("GR", "Growth", "growth", "diego.marin",
         "New owners, won by riding and not by discounts.", parent="OC"),
    Unit("FI", "Finance", "finance", "adaeze.nwosu",
         "The months ahead in numbers we can trust, and the systems behind them.", parent="PE"),
)  # fmt: skip

_LEADERSHIP = (
    Member("Marijke van Dalen", "Chief executive", "marijke.vandalen", role=Role.OWNER),
    Member("Tomas Lindqvist", "Chief operating officer", "tomas.lindqvist",
           manager="marijke.vandalen", role=Role.CHAMPION),
    Member("Helena Brandt", "Chair of the board", "helena.brandt", role=Role.VIEWER),
    Member("Olivier Carlier", "Board member", "olivier.carlier", role=Role.VIEWER),
)  # fmt: skip

_LEADS = (
    Member("Ines Okafor", "Head of workshops", "ines.okafor", "WN", "tomas.lindqvist"),
    Member("Ruth Adeyemi", "Head of owner care", "ruth.adeyemi", "OC", "tomas.lindqvist"),
    Member("Diego Marín", "Head of growth", "diego.marin", "GR", "marijke.vandalen"),
    Member("Henrik Solberg", "Head of engineering", "henrik.solberg", "RP", "marijke.vandalen"),
    Member("Mei Zhao", "Head of supply", "mei.zhao", "SU", "tomas.lindqvist"),
    Member("Farah Haddad", "Head of people", "farah.haddad", "PE", "marijke.vandalen",
           Role.CHAMPION),
    Member("Adaeze Nwosu", "Chief financial officer", "adaeze.nwosu", "FI", "marijke.vandalen"),
    Member("Priit Saar", "Systems administrator", "priit.saar", "FI", "adaeze.nwosu", Role.ADMIN),
)  # fmt: skip


def _team(key: str, lead: str, *members: tuple[str, str, str]) -> tuple[Member, ...]:
    return tuple(Member(name, title, handle, key, lead) for name, title, handle in members)


_WORKSHOP_NETWORK = _team(
    "WN",
    "ines.okafor",
    ("Aiko Sato", "Repair quality", "aiko.sato"),
    ("Luca Ferri", "Lead mobile mechanic", "luca.ferri"),
    ("João Mendes", "Workshop planner", "joao.mendes"),
    ("Bram de Wit", "Master mechanic and trainer", "bram.dewit"),
    ("Noor Rahimi", "Mechanic, Ghent", "noor.rahimi"),
    ("Sanne Visser", "Workshop manager, Utrecht", "sanne.visser"),
    ("Jef Claes", "Workshop manager, Ghent", "jef.claes"),
    ("Élodie Marchand", "Workshop manager, Brussels", "elodie.marchand"),
    ("Imani Wekesa", "Bay and shift planning", "imani.wekesa"),
    ("Hanna Virtanen", "Tools and equipment", "hanna.virtanen"),
    ("Mateusz Kowal", "Mechanic, Antwerp", "mateusz.kowal"),
    ("Oskar Nyberg", "Mobile mechanic, Utrecht", "oskar.nyberg"),
    ("Yusuf Demir", "Mobile mechanic, Ghent", "yusuf.demir"),
    ("Pieter Bos", "Mechanic, Rotterdam", "pieter.bos"),
)

_OWNER_CARE = _team(
    "OC",
    "ruth.adeyemi",
    ("Camille Roux", "Owner messages", "camille.roux"),
    ("Samuel Osei", "Care desk, first line", "samuel.osei"),
    ("Lotte Jansen", "Care desk, second line", "lotte.jansen"),
    ("Dario Conti", "Phone and call-backs", "dario.conti"),
    ("Wen Li", "Owner pages", "wen.li"),
    ("Greta Lindholm", "Care desk, evenings", "greta.lindholm"),
    ("Amir Farahani", "Care desk, French", "amir.farahani"),
    ("Katya Petrova", "Used bikes", "katya.petrova"),
)

_GROWTH = _team(
    "GR",
    "diego.marin",
    ("Nadia Benali", "Test rides", "nadia.benali"),
    ("Marta Nowak", "Owners and neighbours", "marta.nowak"),
    ("Theo Laurent", "Bike shops", "theo.laurent"),
    ("Aisha Diallo", "Neighbour rides", "aisha.diallo"),
    ("Jonas Keller", "Website and prices", "jonas.keller"),
    ("Finn O’Brien", "Ride guides", "finn.obrien"),
)

_RIDE_PLATFORM = _team(
    "RP",
    "henrik.solberg",
    ("Anton Berg", "Frames and claims", "anton.berg"),
    ("Priya Deshmukh", "Seals and displays", "priya.deshmukh"),
    ("Lucía Ortega", "Test fleet", "lucia.ortega"),
    ("Niamh Byrne", "Ride software", "niamh.byrne"),
    ("Rafael Pinto", "Firmware", "rafael.pinto"),
    ("Emeka Eze", "Ride records", "emeka.eze"),
    ("Sofia Karlsson", "Test bench", "sofia.karlsson"),
    ("Tariq Mansour", "Hub motors", "tariq.mansour"),
    ("Jun Park", "Electronics", "jun.park"),
    ("Chiara Romano", "Test rider, Turin", "chiara.romano"),
    ("Viktor Hale", "Releases", "viktor.hale"),
)

_SUPPLY = _team(
    "SU",
    "mei.zhao",
    ("Stefan Gruber", "Battery buyer", "stefan.gruber"),
    ("Olga Ivanova", "Order promises", "olga.ivanova"),
    ("Rosa Delgado", "Parts planning", "rosa.delgado"),
    ("Kenji Mori", "Incoming tests", "kenji.mori"),
    ("Paul Achterberg", "Warehouse, Tilburg", "paul.achterberg"),
    ("Bea Smit", "Parts buyer", "bea.smit"),
    ("Hamza Idrissi", "Freight", "hamza.idrissi"),
)

_PEOPLE = _team(
    "PE",
    "farah.haddad",
    ("Joost Kramer", "Planning practice", "joost.kramer"),
    ("Linnea Holm", "First ninety days", "linnea.holm"),
    ("Grace Mwangi", "Rotas and pay", "grace.mwangi"),
)

_FINANCE = _team(
    "FI",
    "adaeze.nwosu",
    ("Erik Dahl", "Month-end close", "erik.dahl"),
    ("Yara Haidar", "Supplier invoices", "yara.haidar"),
    ("Tim Verhoeven", "Cash planning", "tim.verhoeven"),
)

PEOPLE: tuple[Member, ...] = (
    *_LEADERSHIP,
    *_LEADS,
    *_WORKSHOP_NETWORK,
    *_OWNER_CARE,
    *_GROWTH,
    *_RIDE_PLATFORM,
    *_SUPPLY,
    *_PEOPLE,
    *_FINANCE,
)

GUIDES = (
    Guide("ines.okafor", "Leads the workshop network and has three key results to check in on."),
    Guide("tomas.lindqvist", "Chief operating officer, Ines’s manager, and the champion who opens "
          "and closes the quarters."),
    Guide("ruth.adeyemi", "Leads owner care and wants to lower a target."),
    Guide("aiko.sato", "Looks after repair quality; believes in a number that has not moved."),
    Guide("marijke.vandalen", "Chief executive: wants to know what the company will reach."),
    Guide("priit.saar", "Runs the systems, invites people and imports old plans."),
)  # fmt: skip
