-- How people ask, in English. Runs again whenever it is edited. Forms with one stem need to be listed once.

CALL forget_question_words('en');

-- Say nothing about the subject.
CALL weigh_question_words('en', 0, $$
    a an the this that these those there here such same own other another else any some all both each every many much more most
    few fewer little lot lots several various enough no not nor none nothing yes ok okay alright so too very really quite rather
    just only also even still yet already again ever never always often maybe perhaps probably actually exactly simply basically
    currently generally normally usually somehow anyway anything something everything somebody someone anyone anybody everybody
    everyone nobody anywhere somewhere everywhere nowhere whatever whenever wherever whoever however otherwise therefore now then
    soon when where why who whom whose which what how whether if because while as than though although unless since except
    i me my mine myself we us our ours ourselves you u your yours yourself he him his himself she her hers herself it its itself
    they them their theirs themselves one ones and or but of in on at to from by for with without about above across after against
    along among around before behind below beside between beyond down during inside into like near off onto out outside over past
    per regarding through toward towards under until till up upon via within
    am is are was were be been being do does did done doing don didn doesn have has had having haven hasn can could cannot couldn
    may might must shall should shouldn ought would wouldn will won isn aren wasn weren ain
    s t d ll m re ve im ive id dont cant whats wheres hows
    hello hi hey dear good morning afternoon evening please thanks thank sorry excuse kindly wonder wondering possible possibly
    happen question answer ask tell explain let say said saying mean means know knowing known understand think thought
    believe suppose guess hope sure curious interested want wants wanted need needs needed wish love happy glad able manage
    try trying seem looking thing things stuff sort kind type way matter bit
    get gets getting got make makes made go goes going come comes coming came put puts keep me us take takes
    rub rubs ruble rubles rouble roubles use used using gonna wanna dunno well oh hmm etc eg ie else's anyone's
$$);

-- Belong to many subjects: they count where a title or a heading has them, and are hardly missed elsewhere.
CALL weigh_question_words('en', 0.35, $$
    day days week weeks month months year years time times today tomorrow yesterday tonight night monday tuesday wednesday
    thursday friday saturday sunday summer winter spring autumn christmas january february march april june july august september
    october november december hour hours minute minutes date last next first second third new old long short early late big large
    small tiny young great nice fine better best whole full main real
    person people man men woman women lady gentleman family friend friends guy guys husband wife son daughter sister brother mum
    mom dad mother father parents grandchildren
    home house place part number list form page website site online word words name town city country world
    find found send sent bring brought leave left gone stay look see saw show start begin end finish set work works working life live
    lives run call called write wrote read talk speak spoke hear heard meet met turn move change changed become became feel felt
    hold held stand stood believe happen offer follow include add join
    money pay paid help helped helping support charity organisation organization foundation fund nonprofit shelter team staff give gives
    gave gives two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million half
    once twice away back free open right wrong available allowed allow accept involved expect expected
    instead together alone regular different important special necessary easy easily hard difficult quick quickly
$$);

-- Ordinary words of other subjects: an article that lacks them is hardly meant. Listed also lest they are taken for typing errors.
CALL weigh_question_words('en', 1.8, $$
    air airport apple art arm baker ball bank bar bath beach bear beer bike bird boat body bone boss bottle bowl box brain bread
    breakfast bridge building burger butter cake camera candle candy cape case castle ceiling chair chalk cheap cheese chess chicken
    church cigarette cinema circus climate clock cloud coach coast coffee cold college colour cook cookie corner cough country cousin
    cow cream crime cup curtain dance dark date death debt degree dentist desert desk diamond diet dinner dish divorce dream drink
    drum duck dust ear earth egg engine evening exam exchange eye face factory fall farm fashion fast fat fear fence ferry fever
    field fight file film finger fire fish fishing flag flight floor flour flower fly football forest fork fox frame fridge fruit
    fuel game garage garden gas gate glass goat gold golf goose government grass green ground guitar gun gym hair hall ham hamster
    hat head heart heat hedgehog height hen hill hobby hockey honey horse hot hotel hunger ice idea insect iron island jail joke
    judge juice jump key king kiss kitchen knee knife lake lamb language laugh law leaf leather lemon lesson library licence light
    lion lip lock log loan loud lunch machine magazine manager map market marriage match mathematics mayor meal meat medal metal milk
    mirror mobile model moon mountain mouse mouth movie mud museum mushroom music nail neck needle nephew nest niece noise nose novel
    nut oil onion orange oven owl ox page pain paint pan paper parrot party passport password pen pencil pepper petrol piano picture
    pie pig pilot pipe pizza plane planet plant plastic play plumber poem poet police pool pork port post pot potato power president
    price prince prison prize puzzle queen rabbit race radio railway rat recipe red restaurant rice rich ring river road robot roof
    room rope rose rugby rule run sail salad salt sand sandwich sauce school science score sea season sell shark shave sheep shelf
    ship shirt shore shoulder show shower sick silver singer size ski skin skirt sky sleep smoke snake snow soap soccer sofa soil
    soldier son song soup sour space spoon sport square stage stamp star steak steam steel stock stomach stone storm story stove
    strong student sugar suit sun swim swimming switch tail taxi tea teach teacher teeth tennis tent theatre thick thief throat thunder
    tie tiger tile tired toast tobacco tomato tongue tool tooth tourist tower town train travel tree trousers truck turkey turtle
    umbrella uncle uniform valley vegetable village violin voice vote wall wallet war warm wash watch wave wedding weight wheat wheel
    wild wind window wine wing wolf wood wool world worm yellow zoo rent buy sold repair teach hire earn win winner lose lost steal
    cure grow boil bake fry jog hike translate download install upgrade password laptop app software video photo
$$);

-- Say the same, or nearly.
CALL add_synonyms('en', $$
    donate, donation, donor, give money, giving, gift, contribute, contribution, chip in, fundraise, support you financially, make a gift, pledge, offering, send you something, gave, given, donated, donating
    ways to give, ways of giving, ways to donate, how to give, how to send money, how can i send money, how can i send you money, how do i send money, how do i send you money, how could i send you money, how can we send money, how can i transfer money, how do i transfer money, how can i pay you, how to donate, how can i give, how can i donate, how do i give, how do i donate, how could i donate, how can we donate, how do we donate, how do you give, where can i donate, where do i donate, make a donation, how to make a donation, ways to pay, ways to support
    pay, payment, payer, transaction, paying, paid, payments
    transfer, wire, remit, remittance, bank transfer, send money, wiring, transferring, bank payment
    bank details, account number, iban, sort code, bic, swift, details for a transfer, banking details, account details
    card, visa, mastercard, debit card, credit card, plastic, pay by card, my card
    qr, sbp, scan, banking app, qr code, scan the code, barcode, phone payment, mobile banking, by phone, from my phone, through my phone, with my phone, over the phone, from a phone
    cash, bank notes, banknotes, coins, notes and coins, in person, cash in hand, ready money
    abroad, overseas, foreign, outside russia, another country, international, expat, canada, germany, france, usa, america, uk, britain, england, ireland, israel, armenia, georgia, kazakhstan, turkey, europe, foreigner, foreign card, from another country, live outside, living outside, spain, italy, poland, finland, serbia, china, india, australia, netherlands, ireland, emigrated, not a russian card
    currency, euro, dollar, pound
    purpose, designate, earmark, restricted, spent on, goes to, reference
    monthly, every month, each month, regular donation, regular gift, regular giving, recurring, standing order, direct debit, subscription, instalment, once a month, per month, monthly gift, repeat payment, automatic payment, autopayment, regularly, each month
    pause, break, hold, suspend, put on hold, skip, interrupt, freeze, can't afford, stop for a while, for a while, take a break, postpone, temporarily, put off, short of money, summer break
    resume, restart, continue
    cancel, stop, end, quit, terminate, call off, give up, stopping, withdraw, turn off, switch off, get out of, no longer want
    change, alter, amend, edit, modify, switch, adjust, update, swap, changing, different date, other date, new card, replace, move the date
    raise, increase, more money, give more, higher sum, bigger, more every month
    lower, decrease, reduce, less money, give less, smaller sum, cut, less every month, cheaper
    amount, sum
    charge, debit, deduct, collect money, take the money, take money, debited, charged, taken from my account, payment date, withdrawn
    tax, hmrc, irs, revenue, taxman, tax man, fiscal, taxable, taxes, income tax, tax office, tax return, tax service, taxation, inspectorate
    deduction, relief, tax back, refund, reclaim, rebate, write off, deductible, claim, get back, money back, deductions, tax credit, tax relief, refunded, offset
    certificate, receipt, proof, confirmation, statement, paperwork, acknowledgement, invoice, voucher, certified, proof of payment, slip, evidence, document for tax, something in writing
    document, documents, papers, paperwork
    accountant, bookkeeper, accounting
    income, salary, earnings, wage
    deadline, by when, due date, time limit, latest date, how long do i have, until when, latest, too late, years back, how far back
    memory, memorial, tribute, remembrance, commemorate, in loving memory
    die, died, death, passed away, pass away, deceased, dead, bereavement, late husband, late wife, lost my, loss, dying, lost his life, no longer with us, departed, mourning, grief, widow, widower
    funeral, wake, cremation, burial, memorial service, ceremony, memorial gathering, service for
    flowers, wreath, bouquet, instead of flowers, wreaths, bouquets
    bench, seat
    plaque, plate, inscription, engraving, lettering, engraved, brass, name plate, letters on
    birthday, anniversary, jubilee, wedding, in honour, celebration, golden wedding, instead of presents, presents, party, gift list, celebrate, celebrating
    will, my will, in a will, testament, bequest, bequeath, legacy, inheritance, inherit, estate, leave in my will, last will, make a will, after my death, after i die, when i die, when i'm gone, after i'm gone, heirs, heir, leave you, leave my, probate
    notary, solicitor, lawyer, attorney
    wording, word it, phrase, formulation, what to write, how to write, what should it say, exact words, formula
    goods, items, in kind, belongings, things
    what is brought, items, goods, belongings, old stuff, used stuff, unwanted stuff, spare stuff, old things, used things, unwanted things, spare things, accept things, take things, what things, which things, clothes, clothing, shoes, toys, toy, blankets, blanket, bedding, crockery, school supplies, stationery, toiletries
    clothes, clothing, garments, coat, jacket, dress, shoes, boots, second hand, cloth, cloths, shirt, trousers, jumper, sweater, woollens, worn, outgrown, second hand clothes, used clothes
    furniture, sofa, couch, wardrobe, armchair, table, bed, desk, chair, mattress, cupboard, bookcase
    appliance, electronics, fridge, washing machine, tv, television, computer, laptop, kettle, microwave, vacuum cleaner, appliances, printer, phone
    book, books
    medicine, medicines, drugs, pills, medication, tablets, tablet, syringes, ointment, expired medicine, vitamins
    nappies, diapers, incontinence pads, pads, nappy, diaper, adult nappies, hygiene products, toiletries
    wheelchair, walking frame, zimmer, walker, crutches, walking stick, cane, hoist, rollator
    blanket, duvet, quilt, rug
    bedding, bed linen, sheets, pillow
    towel, towels
    toy, toys, games
    pet food, dog food, cat food, kibble, tins, food for dogs, food for cats, bag of food, dry food, tinned food, feed
    food, groceries, meals, parcel, shopping, shops, food parcel, fetch shopping, do the shopping, her shopping, his shopping, grocery, supermarket
    collect, pick up, pickup, collection, come round, fetch, courier, come and get, collected from, fetch from, van, take away, picked up, come to my house
    bring, drop off, deliver, hand over, hand in, take to, dropping off, leave things, take things, where to bring, brought in, deliver to you, give you things
    volunteer, volunteering, lend a hand, help out, pitch in, volunteers, volunteered, helper, helping out, be of use, free evening, spare time, unpaid work, join you, join as, come and help, give my time
    befriend, befriending, keep company, companionship, company, befriender, chat with, have tea with, sit with, keep somebody company, spend time with
    old people, elderly, pensioner, senior, older people, older person, old lady, old man, old woman, aged, granny, grandma, grandmother, grandad, grandfather, grandpa, nan, ageing, frail, in their eighties, care for the old, pensioners, elders, over 65, old folks, old lady, old gentleman, older
    retired, pensioner, too old
    lonely, alone, on her own, on his own, isolated, by herself, by himself, lives alone, loneliness, nobody visits, no family, no relatives
    visit, see, drop in, call on
    telephone, phone, ring, dial
    criminal record, police check, dbs, background check, disclosure, police clearance, conviction, convictions, criminal check, checks
    x-ray, medical check, health check, vaccination certificate, medical certificate, medical book, chest x-ray, tests, doctor's note
    training, course, induction, introduction, learn, trained, teach me, instructed, briefing, first day, first time
    commit, commitment, promise, obligation, minimum period, how long must, how many months, for how long, at least, tie myself, drop out, leave early, give notice
    coordinator, organiser, in charge
    age, how old, years old, year old, minimum age, age limit, too young, too old, young, aged, how old must, old enough, what age, from what age, minimum age, upper limit, year-old, grow up
    child, children, kid, kids, toddler, baby, pupil, schoolchild, son, daughter, boy, girl, little ones, grandson, granddaughter, grandchildren, school children, nephew, niece, infant, small children
    teenager, teen, adolescent, under 18, minor, fourteen, fifteen, sixteen, seventeen, teenagers, youth, youngster, schoolboy, schoolgirl, under age, underage, twelve, thirteen
    parent, parents, mother, father, guardian
    consent, permission, authorisation, written consent, signature of parents, let him, let her, allowed by parents
    school, class, college
    student, university
    animal, animals, pet
    dog, dogs, puppy, puppies, hound, doggy, canine, pup, mutt, mongrel, hounds, doggies
    cat, cats, kitten, kittens, kitty, feline, pussycat, tomcat, moggy, cats and dogs
    walk, dog walking, stroll, walking, take out, take for a walk, dog walker
    clean, cleaning, kennels, muck out, scrub, tidy, wash, mop, cleaning up, sweep, mess
    kennel, enclosure, cage, aviary
    foster, fostering, temporary home, look after, short term, fostered, temporary care, take in for a while, until they are adopted, for a few weeks, keep at home, look after kittens
    adopt, adoption, rehome, take home, give a home, new home, have a dog, have a cat, get a dog, get a cat, adopter, adopting, have an animal, take an animal, take a dog, take a cat, take a puppy, take a kitten, offer a home, permanent home, choose a pet, rescue dog, rescue cat, get a kitten, get a puppy
    return, give back, bring back, take back, send back, does not work out, change my mind, not get on, doesn't fit, didn't work out, doesnt work out, do not get along, hand back
    trial, probation
    reserve, hold, keep for, reserved, set aside, put by, wait for me
    vaccinated, jab, jabs, vaccine, vaccination, inoculated, injections, shots, wormed, chipped, microchip, healthy, health of the animals
    neutered, spayed, castrated, sterilised, neuter, spay, castrate, sterilise, sterilised
    vet, veterinary, veterinarian
    rent, rented, tenant, landlord, rented flat, live in a flat, landlord's permission, renting, lodgings
    fee, price, cost, how much, charge, expensive, pay for, ticket price, charges, pay anything, for nothing, cost me, fees, prices, what do you charge, cheap
    free, free of charge, no charge, at no cost, without paying, for free, gratis, costs nothing
    wear, clothes to wear, dress, shoes, what to wear, put on, clothing for, clean kennels, boots, gloves, dress code, what to bring
    shift, slot, rota
    open, opening hours, opening times, open hours, working hours, when are you open, what time, hours, opened, opening, when can we come, opening days, timetable, days and hours, what days, which days, come on a sunday, visiting hours
    closed, shut, day off, closing day, not open, shut on
    address, where are you, located, location, street, find you, find your office, where is the office, where is the shelter, whereabouts, on the map, postal address
    directions, get there, get to, how do i get, route, bus, reach, metro, train, way there, get to you, bus to, reach you by, public transport, which bus, walk from, by car, by bus, stop
    parking, park, car park, leave the car, car, parked, car space, by car
    tour, excursion, guided, look round, look around, show round, group visit, tours, guide, bring my class, look inside, show us, school trip, class trip, see the shelter, walk round
    access, ramp, disabled, disability, wheelchair, in a wheelchair, step free, pram, pushchair, wheelchair access, accessible, stairs, steps, lift, buggy
    lunch, lunch break
    weekend, saturday, sunday
    holiday, bank holiday, public holiday
    help me, need help, assistance, care, assist, look after, can you do anything, who can help, in need, cannot cope, can't cope, struggling, needs someone, needs help, get help, ask for help, look in on
    home care, carer, home visits, home help, nurse, nursing
    social worker, case worker, assessment, home assessment
    apply, application, request, sign her up, sign him up, refer, applying, how to ask, put her name down, put his name down, fill in, register her, register him
    eligible, eligibility, qualify, entitled, who can, who is helped, whom do you help, income limit, on what terms, conditions
    lift, drive, driver, transport, ride, take to the doctor, take her to, take him to, driven, drive her, drive him, taken to hospital, get to the clinic
    doctor, clinic, hospital, surgery, physician
    chemist, pharmacy, prescription
    repair, fix, mend, handyman, broken tap, tap, lamp, odd jobs, small repairs, handyman, bulb
    care home, nursing home
    neighbour, next door
    spending, spend, expenses, where does the money go, costs, expenditure, goes on, use of funds, where does my money go, what happens to the money, use the money, spent, money used for, how is the money spent, of every pound, of every rouble
    overheads, administration, admin costs, running costs, running the place, salaries, running, admin, staff pay, management, wages, paid staff, yourselves, keep for yourselves
    percentage, percent, share, proportion, fraction, what part, how much of my donation, how much of the money, per cent, slice
    report, annual report, accounts, financial statement, reports, reporting, results, published accounts, quarterly report, figures
    audit, auditor, audited, independent, checked by, inspected, auditors, oversight
    scam, fraud, fake, genuine, trust, legit, legitimate, swindle, con, cheat, crooks, trustworthy, real charity, not a fraud, how can i be sure, how do i know, can i trust, rip off, fake collectors, con men, honest
    registered, registration number, register, official
    personal data, data, details, information, records, files, what you know about me, my information, what you hold, my file, my records, my name and number
    privacy, gdpr, confidential, data protection, confidentiality
    delete, erase, wipe, remove, forget, forgotten, deleted, erasure, scrub, be forgotten, asked to be forgotten, get rid of
    copy, printout, duplicate, see my data, what do you know about me, what you have on me, send me what you hold
    correct, mistake, error, wrong, put right, fix, misspelled, wrong address, wrong name, wrong in your files, typo, rectify, put it right
    share, pass on, sell, third parties, hand over, disclose, other organisations, shared, selling, sold, give to others, somebody else, other charities, pass my details, pass on my, leak, tell anyone, anyone else see, who sees, who can see
    store, keep, hold, retain, hang on to, stored, saved, how long do you keep, kept, card number
    security, safe, secure
    company, business, firm, corporate, enterprise, employer, small firm, our firm, corporation, llc, businesses, shopkeeper, our shop, cafe, business partner
    employee, employees, colleagues, staff, workers, team, team building, team day, corporate volunteering, day out, whole team, our office, group from work, workforce
    sponsor, sponsorship, patron, sponsor a kennel, sponsoring, funding, logo, our name
    partner, partnership, cooperate, cooperation
    contract, agreement
    matching, matched giving, match, matches, double, payroll giving, payroll, top up
    collecting box, collection box, collecting tin, donation box, moneybox
    event, events, what's on, happening, activities, what's coming up, planned, programme, calendar, upcoming, anything on, festival
    open day, doors open, open days, doors day, day of open doors
    concert, music, gig, performance
    fair, market, bazaar
    workshop, masterclass
    ticket, tickets, entry, entrance, admission, tickets, free entry, pay to get in, get in free, entrance fee, door charge
    register, sign up, book, booking, reserve a place, enrol, enroll, booked, registration for, secure a place, sign us up, put my name down, places left, need to book
    musician, band, perform, sing, play
    craft, crafts, maker, handmade, stall, pottery, knitting, sell my, table at the fair, own work, jewellery, seller
    rain, weather, bad weather, if it rains, pours, raining, storm, wet weather
    contact, get in touch, reach you, reach, get hold of, speak to, talk to somebody, reach a person, hotline, number to ring, number to call, phone number
    e-mail, email, mail
    reply, response, hear back, answer me, how soon, how long until, wait for an answer, get back to me, somebody answers, answered, unanswered, nobody answers
    office, headquarters, front desk, reception, your building
    press, journalist, reporter, newspaper, media, interview, tv crew, article about you, blogger
    director, head, boss, manager
    unsubscribe, opt out, stop e-mails, no more emails, stop writing, take me off, stop emailing, stop sending, don't write to me, remove me, delete me from, no more letters, no more mail, leave me alone, unsubscribing, any more emails, any more letters, any more e-mails, cancel the newsletter, off your list
    newsletter, mailing, mailing list, news, mailings, letters, bulletin, news, mailshot, e-mails from you, circular
    less often, fewer, less frequently, too many, rarely, quarterly, less, how often, only a few, fewer emails, too often, once a quarter, a few a year, frequency, rarer
    subscribe, put me back, sign me up, resubscribe, subscribing, get your news, sign up for the newsletter, receive the newsletter, on the list, back on the list, again
    spam, junk
    reminder, notification, remind, warn me, notice before, let me know before, remind me
    interpreter, translate, translation
    job, jobs, vacancy, vacancies, career, employment, hiring
    internship, placement, practice
    insurance, insured
    expenses refunded, travel costs, reimburse
    legal form, legal status, ngo
    trustee, board, founder
    complaint, complain
    bitcoin, crypto, cryptocurrency
    shares, stock, securities
    refugee, migrant, asylum
    homeless, shelter for the night
    library, reading room
    museum, exhibition, gallery
    hospice, palliative
    food bank, soup kitchen, canteen
    camp, summer camp
    wifi, internet
    toilet, baby changing
    minimum, smallest, lowest, least, at least, tiny sum
    maximum, largest, highest, biggest, upper limit, limit
    refuse, turn down, decline, reject, don't take, do not take, can't take, not accept, won't take, not work with
    present, presents
    genuine article, original
    thank you letter, thank, thanks letter, acknowledgement
    photo, photograph, picture, video
    interview with the curator, talk to the curator, curator
    house check, home check, check our house, check my home, visit my home, see my flat, inspect
    flat, apartment, house
    street, collectors, ring the doorbell, at my door, door to door
    bed-bound, bedridden, nursing care
    emergency, urgent, ambulance, accident, hit by a car, injured
    allergy, allergic
    passport, id, identity card, identification
    hours, volunteer hours, my hours
    book of volunteers, volunteer's book, record of hours
    river, embankment, pier
    tobacco, alcohol, weapons, betting
    family, relatives, next of kin
    loan, borrow, lend
    garden, yard
    month of food parcels, food parcels
$$);

CALL index_language('en');
